package dev.shuttle.pipeline.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder that all nodes share, as by NFS: written aside, forced, renamed. A file in it says that it is the store, so that the empty
 * folder that is left where it is not mounted is not taken for it.
 */
final class FolderStore implements Store {
    private static final String MARK = "shuttle-store";
    private static final String PART = ".part-";

    private final Path root;
    private final String mark;

    private FolderStore(Path root, String mark) {
        this.root = root;
        this.mark = mark;
    }

    /** One that is there already; it gets its mark with the first start. */
    static FolderStore open(Path root) throws StoreException {
        try {
            Path file = root.resolve(MARK);
            if (!Files.exists(file)) {
                Path part = root.resolve(PART + UUID.randomUUID());
                Disk.write(part, UUID.randomUUID().toString().getBytes(UTF_8));
                try {
                    // Of two that start at once, the second finds the first one's.
                    Files.createLink(file, part);
                } catch (java.nio.file.FileAlreadyExistsException theirs) {
                    // It is read below.
                } catch (IOException | UnsupportedOperationException noLinksHere) {
                    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                }
                Files.deleteIfExists(part);
                Disk.forceFolder(root);
            }
            return new FolderStore(root, Files.readString(file));
        } catch (IOException e) {
            throw StoreException.away(root.toString(), "it cannot be opened", e);
        }
    }

    @Override
    public void put(String name, Path file) throws StoreException {
        written(name, part -> Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING));
    }

    @Override
    public void put(String name, byte[] bytes) throws StoreException {
        written(name, part -> Files.write(part, bytes));
    }

    private interface Writing {
        Object to(Path part) throws IOException;
    }

    private void written(String name, Writing writing) throws StoreException {
        isTheSame();
        Path file = root.resolve(name);
        Path folder = Objects.requireNonNull(file.getParent());
        // Its own: another node may put the same.
        Path part = folder.resolve(PART + UUID.randomUUID());
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Modes.restrict(folder);
                Disk.forceFolder(root);
            }
            writing.to(part);
            Disk.force(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            Disk.forceFolder(folder);
        } catch (IOException e) {
            discard(part);
            throw StoreException.away(place(), name + " cannot be written", e);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException later) {
            // It goes with its folder.
        }
    }

    @Override
    public boolean get(String name, Path to) throws StoreException {
        isTheSame();
        try {
            Files.copy(root.resolve(name), to, StandardCopyOption.REPLACE_EXISTING);
            Disk.force(to);
            return true;
        } catch (NoSuchFileException none) {
            checkGone(name);
            return false;
        } catch (IOException e) {
            throw StoreException.away(place(), name + " cannot be fetched", e);
        }
    }

    /** Where the folder itself is gone, nothing is known of what is in it. */
    private void checkGone(String name) throws StoreException {
        isTheSame();
        if (Files.exists(root.resolve(name))) {
            throw StoreException.away(
                    place(), name + " cannot be fetched", new IOException("where it is to go is gone"));
        }
    }

    @Override
    public Optional<byte[]> read(String name) throws StoreException {
        isTheSame();
        try {
            return Optional.of(Disk.read(root.resolve(name)));
        } catch (NoSuchFileException none) {
            checkGone(name);
            return Optional.empty();
        } catch (IOException e) {
            throw StoreException.away(place(), name + " cannot be read", e);
        }
    }

    @Override
    public List<String> names(String folder) throws StoreException {
        return listed(root.resolve(folder)).stream()
                .map(name -> folder + "/" + name)
                .toList();
    }

    @Override
    public List<String> folders() throws StoreException {
        return listed(root).stream()
                .filter(name -> Files.isDirectory(root.resolve(name)))
                .toList();
    }

    private List<String> listed(Path folder) throws StoreException {
        isTheSame();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            throw StoreException.away(place(), "it cannot be looked through", e);
        }
    }

    @Override
    public void remove(String folder, Collection<String> names) throws StoreException {
        isTheSame();
        try {
            for (String name : names) {
                Files.deleteIfExists(root.resolve(name));
            }
            if (names(folder).stream().allMatch(left -> left.startsWith(folder + "/" + PART))) {
                Disk.deleteTree(root.resolve(folder));
            }
        } catch (StoreException away) {
            throw away;
        } catch (IOException e) {
            throw StoreException.away(place(), folder + " cannot be removed", e);
        }
    }

    private void isTheSame() throws StoreException {
        try {
            if (!Files.readString(root.resolve(MARK)).equals(mark)) {
                throw StoreException.another(place());
            }
        } catch (NoSuchFileException none) {
            throw StoreException.another(place());
        } catch (StoreException another) {
            throw another;
        } catch (IOException e) {
            throw StoreException.away(place(), "it cannot be read", e);
        }
    }

    @Override
    public String place() {
        return root.toString();
    }

    @Override
    public void close() {
        // A folder needs none.
    }
}
