package dev.shuttle.ops.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.settings.Secret;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPasswordTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path work;

    @Test
    void isMadeOnceAndThenStays() throws IOException {
        Secret first = FirstPassword.in(work);

        assertThat(first.get()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(FirstPassword.in(work).get()).isEqualTo(first.get());
    }

    @Test
    void isAnotherInEachFolder() throws IOException {
        Path other = Files.createDirectory(work.resolve("other"));

        assertThat(FirstPassword.in(work).get())
                .isNotEqualTo(FirstPassword.in(other).get());
    }

    @Test
    void isReadByItsOwnerOnly() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX rights here");

        FirstPassword.in(work);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FirstPassword.file(work))))
                .isEqualTo("rw-------");
    }

    @Test
    void anEmptyFileIsNoPassword() throws IOException {
        Files.createFile(FirstPassword.file(work));

        assertThat(FirstPassword.in(work).get()).isNotEmpty();
    }
}
