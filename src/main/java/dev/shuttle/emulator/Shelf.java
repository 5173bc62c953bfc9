package dev.shuttle.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Pictures on disk, by the sha256 of their bytes; a file is there whole or not at all. */
final class Shelf {
    private final Path folder;

    Shelf(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder, OwnersOnly.folder(folder));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Keeps the bytes, forced to the disk, and returns their sha256. */
    String put(byte[] bytes) {
        String sha256 = sha256(bytes);
        put(sha256, bytes);
        return sha256;
    }

    /** Keeps the bytes under a name. */
    void put(String name, byte[] bytes) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return;
        }
        try {
            Path aside = Files.createTempFile(folder, "new", ".part");
            try (FileChannel out = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Optional<byte[]> get(String name) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
