package dev.shuttle.pipeline.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Moves and writes that are on the disk when they return. */
public final class Disk {
    private static final int PIECE_BYTES = 1 << 16;
    private static final Set<StandardOpenOption> ANEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private static final int FORCED_AT_ONCE = 8;
    private static final ExecutorService FORCING = forcing();

    private Disk() {}

    /**
     * Moves a file so that it is always in exactly one place: an atomic rename, or, onto another file system, a copy
     * that is forced and compared before the original goes.
     *
     * @throws java.nio.file.FileAlreadyExistsException never for an atomic rename: the target must not exist
     */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(to.getParent());
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            copy(from, to);
            Files.delete(from);
        }
        forceFolder(from.getParent());
    }

    /** Copies a file by way of a {@code .part} beside the target, forced and compared before it gets its name. */
    public static void copy(Path from, Path to) throws IOException {
        copy(() -> Files.newInputStream(from), from, to);
    }

    /** Opens a file's bytes, each time from their beginning. */
    interface Opening {
        InputStream open() throws IOException;
    }

    /** @param name of the original, for messages */
    static void copy(Opening from, Path name, Path to) throws IOException {
        Path part = partOf(to);
        try (InputStream in = from.open()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        force(part);
        if (!sha256(part).equals(sha256(from))) {
            Files.delete(part);
            throw new IOException(name + " changed while it was copied");
        }
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(to.getParent());
    }

    /** What a file is called until it is whole: short, because a user's name may have all 255 bytes that there are. */
    static Path partOf(Path file) {
        return file.resolveSibling(
                ".part-" + sha256(file.getFileName().toString().getBytes(UTF_8)).substring(0, 16));
    }

    /** Gives a file a second name where the file system can, else copies it. */
    public static void linkOrCopy(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            copy(from, to);
        }
    }

    /**
     * A file's bytes, at most as many as it has when this begins. Read piece by piece: of a whole file at once the JDK
     * keeps a second copy beside the heap, for every thread, as long as the thread lives.
     */
    public static byte[] read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > Integer.MAX_VALUE - 8) {
            throw new OutOfMemoryError(file + " is too large for an array");
        }
        byte[] bytes = new byte[(int) size];
        int done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = 0; n >= 0 && done < bytes.length; done += Math.max(0, n)) {
                n = in.read(bytes, done, Math.min(PIECE_BYTES, bytes.length - done));
            }
        }
        return done == bytes.length ? bytes : Arrays.copyOf(bytes, done);
    }

    /** Writes a file whole and forces it. A new one is its owner's alone until it is {@linkplain Modes published}. */
    public static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, ANEW, Modes.ofNewFile(file))) {
            for (int done = 0; done < bytes.length; ) {
                done += channel.write(ByteBuffer.wrap(bytes, done, Math.min(PIECE_BYTES, bytes.length - done)));
            }
            channel.force(true);
        }
    }

    /** Writes a file that appears under its name only when it is whole. */
    public static void writeAtomically(Path file, byte[] bytes) throws IOException {
        Path part = partOf(file);
        write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(file.getParent());
    }

    /** Forces a file's bytes to the disk. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (AccessDeniedException readOnly) {
            // A picture from a CD or a camera; its bytes are there, and POSIX forces them by any open file.
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Forces the names in a folder to the disk, where the system lets a folder be opened. */
    public static void forceFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folders; there the rename itself is journaled by the file system.
        }
    }

    /**
     * Forces the names in many folders to the disk. Several at once, for the disk's own wait is then shared: one after the
     * other each takes milliseconds even where nothing is left to write.
     */
    public static void forceFolders(Collection<Path> folders) {
        if (folders.size() <= 2) {
            folders.forEach(Disk::forceFolder);
            return;
        }
        List<Future<?>> forced = new ArrayList<>();
        folders.forEach(folder -> forced.add(FORCING.submit(() -> forceFolder(folder))));
        for (Future<?> one : forced) {
            await(one);
        }
    }

    private static void await(Future<?> task) {
        boolean interrupted = false;
        while (true) {
            try {
                task.get();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService forcing() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                FORCED_AT_ONCE, FORCED_AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "disk-force");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** SHA-256 of a file's bytes, in hex. */
    public static String sha256(Path file) throws IOException {
        return sha256(() -> Files.newInputStream(file));
    }

    private static String sha256(Opening file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(file.open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of bytes, in hex. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Deletes a folder and all in it; one that is not there is no error. */
    public static void deleteTree(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure) throws IOException {
                    Files.deleteIfExists(left);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException gone) {
            // Nothing to do.
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
