package dev.shuttle.pipeline.disk;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open folder that was reached without following a link, and stays the same folder whatever its path leads to later. Other
 * users may write where users drop their files: between a look and a move a folder can become a link to anywhere.
 *
 * <p>On systems without openat(2) the real path is compared instead, before each step.
 */
public final class LinklessFolder implements AutoCloseable {
    private static final Path ITSELF = Path.of(".");

    private final Path path;
    private final DirectoryStream<Path> stream;
    private final @Nullable SecureDirectoryStream<Path> secure;

    private LinklessFolder(Path path, DirectoryStream<Path> stream) {
        this.path = path;
        this.stream = stream;
        this.secure = stream instanceof SecureDirectoryStream<Path> able ? able : null;
    }

    /**
     * Opens the folder in which all begins.
     *
     * @param root its real path
     */
    @SuppressWarnings("StreamResourceLeak") // closed with the folder
    public static LinklessFolder open(Path root) throws IOException {
        return new LinklessFolder(root, Files.newDirectoryStream(root));
    }

    /**
     * Opens a folder some levels below.
     *
     * @param root its real path
     * @param below relative; empty for the root itself
     */
    public static LinklessFolder open(Path root, @Nullable Path below) throws IOException {
        LinklessFolder folder = open(root);
        if (below == null || below.toString().isEmpty()) {
            return folder;
        }
        for (Path name : below) {
            try (LinklessFolder above = folder) {
                folder = above.into(name);
            }
        }
        return folder;
    }

    /** The path it was opened by. */
    public Path path() {
        return path;
    }

    /** The names in it, in no order; to be called once. */
    public List<Path> names() throws IOException {
        List<Path> names = new ArrayList<>();
        try {
            for (Path file : stream) {
                names.add(Objects.requireNonNull(file.getFileName()));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    /** What lies there under a name; of a link the link itself. */
    public BasicFileAttributes attributes(Path name) throws IOException {
        if (secure == null) {
            requireSame();
            return Files.readAttributes(path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }
        return secure.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    /**
     * Opens a folder in it.
     *
     * @throws NotDirectoryException where it is anything else, a link to a folder, too
     */
    public LinklessFolder into(Path name) throws IOException {
        BasicFileAttributes seen = attributes(name);
        if (!seen.isDirectory()) {
            throw new NotDirectoryException(path.resolve(name).toString());
        }
        if (secure == null) {
            LinklessFolder folder = open(path.resolve(name));
            folder.requireSame();
            return folder;
        }
        // By "name/.", for a pipe under that name would be waited for; what was opened is compared with what was seen.
        DirectoryStream<Path> inner = secure.newDirectoryStream(name.resolve(ITSELF));
        LinklessFolder folder = new LinklessFolder(path.resolve(name), inner);
        if (folder.secure == null || !Objects.equals(key(folder.secure), seen.fileKey())) {
            folder.close();
            throw new NotDirectoryException(path.resolve(name).toString());
        }
        return folder;
    }

    /** Moves a file out of it to a path of our own that is free, without forcing either folder to the disk. */
    public void moveOut(Path name, Path to) throws IOException {
        try {
            rename(name, to);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            BasicFileAttributes seen = attributes(name);
            if (!seen.isRegularFile()) {
                throw new IOException(path.resolve(name) + " is no plain file");
            }
            copyOut(name, to);
            delete(name);
        }
    }

    /**
     * Moves a file of our own into it.
     *
     * @throws FileAlreadyExistsException where the name is taken
     */
    public void moveIn(Path from, Path name) throws IOException {
        if (exists(name)) {
            throw new FileAlreadyExistsException(path.resolve(name).toString());
        }
        Path parent = Objects.requireNonNull(from.getParent());
        if (secure == null) {
            requireSame();
            Disk.move(from, path.resolve(name));
            return;
        }
        try (LinklessFolder own = open(parent)) {
            Objects.requireNonNull(own.secure).move(Objects.requireNonNull(from.getFileName()), secure, name);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            Disk.move(from, path.resolve(name));
        }
    }

    /** Whether anything lies there under a name. */
    public boolean exists(Path name) throws IOException {
        try {
            attributes(name);
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private void rename(Path name, Path to) throws IOException {
        if (secure == null) {
            requireSame();
            Files.move(path.resolve(name), to, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try (LinklessFolder own = open(Objects.requireNonNull(to.getParent()))) {
            secure.move(name, Objects.requireNonNull(own.secure), Objects.requireNonNull(to.getFileName()));
        }
    }

    private void copyOut(Path name, Path to) throws IOException {
        if (secure == null) {
            Disk.copy(path.resolve(name), to);
            return;
        }
        Set<java.nio.file.OpenOption> reading = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        Disk.copy(() -> Channels.newInputStream(secure.newByteChannel(name, reading)), path.resolve(name), to);
    }

    private void delete(Path name) throws IOException {
        if (secure == null) {
            Files.delete(path.resolve(name));
        } else {
            secure.deleteFile(name);
        }
    }

    private static Object key(SecureDirectoryStream<Path> folder) throws IOException {
        return folder.getFileAttributeView(BasicFileAttributeView.class)
                .readAttributes()
                .fileKey();
    }

    private void requireSame() throws IOException {
        if (!path.toRealPath().equals(path)) {
            throw new NotDirectoryException(path.toString());
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
