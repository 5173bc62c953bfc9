package dev.shuttle.ops.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.settings.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The operator's password where none was set: made at the first start, and kept in a file that only its owner reads. */
public final class FirstPassword {
    private static final String NAME = "hawtio.password";
    /** 15 bytes are 20 letters, and no guessing. */
    private static final int BYTES = 15;

    private FirstPassword() {}

    /** Where it lies. */
    public static Path file(Path work) {
        return work.resolve(NAME);
    }

    /** The password in this folder, made where there is none yet. */
    public static Secret in(Path work) throws IOException {
        Path file = file(work);
        if (!Files.exists(file) || Files.size(file) == 0) {
            Files.deleteIfExists(file);
            write(file);
        }
        return new Secret(Files.readString(file, UTF_8));
    }

    private static void write(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
        Set<StandardOpenOption> anew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(file, anew, ownersOnly(file))) {
            channel.write(ByteBuffer.wrap(password.getBytes(UTF_8)));
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path file) throws IOException {
        FileStore store = Files.getFileStore(file.toAbsolutePath().getParent());
        return store.supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
