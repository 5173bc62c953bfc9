package dev.shuttle.pipeline.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Who may read what: the owner alone while a picture is in {@code work/}, whatever the umask, and whom the umask lets where it is
 * published. On file systems without POSIX rights nothing is changed.
 */
public final class Modes {
    private static final Set<PosixFilePermission> OWNERS_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");

    private Modes() {}

    /** Makes this folder its owner's alone, and nothing above it. */
    public static void restrict(Path folder) throws IOException {
        set(folder, OWNERS_FOLDER);
    }

    /** Makes a folder that is its owner's alone, and those above it that are missing. */
    public static Path ownersFolder(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            ownersFolder(parent);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        set(folder, OWNERS_FOLDER);
        return folder;
    }

    /** Makes a folder that must not be there yet, its owner's alone. */
    public static void newOwnersFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
        set(folder, OWNERS_FOLDER);
    }

    /** What a file is made with that is its owner's alone from its first moment. */
    static FileAttribute<?>[] ofNewFile(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS_FILE)}
                : new FileAttribute<?>[0];
    }

    /** Makes a file its owner's alone. */
    public static void ownersFile(Path file) throws IOException {
        set(file, OWNERS_FILE);
    }

    /** Gives a folder and the files right in it the rights that new ones would get. */
    public static void publishFolder(Path folder) throws IOException {
        if (!isPosix(folder)) {
            return;
        }
        Path probe = Files.createDirectory(folder.resolveSibling(".part-modes-" + System.nanoTime()));
        try {
            Path file = Files.createFile(probe.resolve("file"));
            Set<PosixFilePermission> usual = Files.getPosixFilePermissions(file);
            try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
                for (Path each : files) {
                    set(each, usual);
                }
            }
            set(folder, Files.getPosixFilePermissions(probe));
        } finally {
            Disk.deleteTree(probe);
        }
    }

    /** Gives a file the rights that a new one would get in its folder. */
    public static void publishFile(Path file) throws IOException {
        if (!isPosix(file)) {
            return;
        }
        Path probe =
                Files.createFile(Objects.requireNonNull(file.getParent()).resolve(".part-modes-" + System.nanoTime()));
        try {
            set(file, Files.getPosixFilePermissions(probe));
        } finally {
            Files.delete(probe);
        }
    }

    /** A file of another user can be moved by whoever may write to its folder, but its rights are that user's to set. */
    private static void set(Path path, Set<PosixFilePermission> rights) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null || view.readAttributes().permissions().equals(rights)) {
            return;
        }
        try {
            Files.setPosixFilePermissions(path, rights);
        } catch (FileSystemException anothers) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw anothers;
            }
        }
    }

    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
