package dev.shuttle.pipeline.intake;

import dev.shuttle.pipeline.disk.LinklessFolder;
import dev.shuttle.pipeline.disk.RawNames;
import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look through the inbox. No link is followed, and nothing is opened but folders, so that no pipe is waited for. Paths are
 * those of the directory entries: names that are no text keep their bytes.
 */
final class InboxScan implements Siblings {
    /** Nobody sorts pictures so deep; each level holds a folder open while it is looked at. */
    private static final int DEEPEST = 64;

    private final Path root;
    private final boolean recursive;
    private final Set<Object> own = new HashSet<>();
    private final Map<Path, BasicFileAttributes> files = new LinkedHashMap<>();
    private final List<Left> left = new ArrayList<>();

    private InboxScan(Path root, boolean recursive) {
        this.root = root;
        this.recursive = recursive;
    }

    /**
     * Looks.
     *
     * @param inbox as it is set; may be a link itself
     * @param own the outbox and the work folder, which are not looked into where they are mounted in the inbox
     */
    static InboxScan of(Path inbox, boolean recursive, List<Path> own) {
        Path root = inbox;
        try {
            root = inbox.toRealPath();
            InboxScan scan = new InboxScan(root, recursive);
            scan.keepApart(own);
            try (LinklessFolder folder = LinklessFolder.open(root)) {
                scan.look(folder, 0);
            }
            return scan;
        } catch (IOException e) {
            InboxScan nothing = new InboxScan(root, recursive);
            nothing.left.add(Left.inTrouble(inbox, "cannot be looked into: " + FileErrors.of(e)));
            return nothing;
        }
    }

    private void keepApart(List<Path> folders) throws IOException {
        own.add(key(root));
        for (Path folder : folders) {
            try {
                Path real = folder.toRealPath();
                if (real.startsWith(root) || root.startsWith(real) || own.contains(key(real))) {
                    throw new IOException(
                            "it leads into " + folder + ", whose files are no pictures to take; mend the links");
                }
                own.add(key(real));
            } catch (NoSuchFileException gone) {
                // It is made anew with the next result.
            }
        }
    }

    private static Object key(Path folder) throws IOException {
        Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        return key == null ? folder.toRealPath() : key;
    }

    /** The folder's real path. */
    Path root() {
        return root;
    }

    /** The plain files, folder by folder, by name; those that others are still writing or hide left out. */
    Set<Path> files() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /** What is not taken. */
    List<Left> left() {
        return List.copyOf(left);
    }

    @Override
    public @Nullable BasicFileAttributes attributes(Path file) {
        return files.get(file);
    }

    private void look(LinklessFolder folder, int depth) throws IOException {
        List<Path> names = folder.names();
        Collections.sort(names);
        List<Path> folders = new ArrayList<>();
        for (Path name : names) {
            if (!RestedFiles.isTemporary(name.toString())) {
                lookAt(folder, name, folders);
            }
        }
        for (Path name : folders) {
            lookInto(folder, name, depth + 1);
        }
    }

    private void lookAt(LinklessFolder folder, Path name, List<Path> folders) throws IOException {
        Path file = folder.path().resolve(name);
        BasicFileAttributes seen;
        try {
            seen = folder.attributes(name);
        } catch (NoSuchFileException gone) {
            return;
        }
        if (seen.isDirectory()) {
            if (recursive) {
                folders.add(name);
            }
        } else if (seen.isRegularFile()) {
            files.put(file, seen);
        } else {
            left.add(Left.byRule(
                    readable(file),
                    seen.isSymbolicLink()
                            ? "is a link, and links are not followed; put the file itself there"
                            : "is no plain file (a pipe, a socket or a device) and is left alone"));
        }
    }

    private void lookInto(LinklessFolder folder, Path name, int depth) {
        Path path = folder.path().resolve(name);
        if (depth > DEEPEST) {
            left.add(Left.inTrouble(readable(path), "lies deeper than " + DEEPEST + " folders and is not looked into"));
            return;
        }
        try (LinklessFolder inner = folder.into(name)) {
            if (own.contains(Objects.requireNonNullElse(folder.attributes(name).fileKey(), path))) {
                left.add(Left.byRule(readable(path), "is the program's own folder and is not looked into"));
                return;
            }
            look(inner, depth);
        } catch (NoSuchFileException gone) {
            // Somebody tidies up.
        } catch (AccessDeniedException denied) {
            left.add(Left.inTrouble(
                    readable(path), "is a folder that may not be read; let the program's user read and write in it"));
        } catch (IOException e) {
            left.add(Left.inTrouble(readable(path), "cannot be looked into: " + FileErrors.of(e)));
        }
    }

    static Path readable(Path file) {
        String name = RawNames.readable(file);
        try {
            return file.resolveSibling(name);
        } catch (java.nio.file.InvalidPathException notInThisLocale) {
            return file;
        }
    }
}
