package dev.shuttle.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.pipeline.job.MovedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RestedFilesTest {
    private static final Duration SETTLE = Duration.ofSeconds(1);

    @TempDir
    private Path inbox = Path.of("");

    private final MovedClock clock = new MovedClock();
    private final RestedFiles rested = new RestedFiles(SETTLE, clock);

    private Path file(String name) throws IOException {
        return Files.writeString(inbox.resolve(name), "picture");
    }

    private boolean hasRestedAfter(Path file, Duration time) {
        clock.move(time);
        return rested.hasRested(file);
    }

    @Test
    void aFileIsTakenOnceItRestedForTheSettleTime() throws Exception {
        Path file = file("peony.jpg");

        assertThat(rested.hasRested(file)).isFalse();
        assertThat(hasRestedAfter(file, SETTLE.minusMillis(1))).isFalse();
        assertThat(hasRestedAfter(file, Duration.ofMillis(1))).isTrue();
    }

    @Test
    void aFileThatGrowsBeginsAnew() throws Exception {
        Path file = file("peony.jpg");
        FileTime modified = Files.getLastModifiedTime(file);
        rested.hasRested(file);
        for (int i = 0; i < 5; i++) {
            Files.writeString(file, "more", StandardOpenOption.APPEND);
            Files.setLastModifiedTime(file, modified);

            assertThat(hasRestedAfter(file, SETTLE)).isFalse();
        }

        assertThat(hasRestedAfter(file, SETTLE)).isTrue();
    }

    @Test
    void aFileThatIsWrittenOverInPlaceBeginsAnew() throws Exception {
        Path file = file("peony.jpg");
        rested.hasRested(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-15T04:00:00.5Z")));

        assertThat(hasRestedAfter(file, SETTLE)).isFalse();
        assertThat(hasRestedAfter(file, SETTLE)).isTrue();
    }

    @Test
    void aCopyThatKeepsTheOriginalsTimeIsWatchedAllTheSame() throws Exception {
        Path file = file("scan-of-1998.tif");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("1998-05-01T00:00:00Z")));

        assertThat(rested.hasRested(file)).isFalse();
        assertThat(hasRestedAfter(file, SETTLE)).isTrue();
    }

    @Test
    void anEmptyFileIsGivenTimeForItsFirstByte() throws Exception {
        Path file = Files.createFile(inbox.resolve("peony.jpg"));
        rested.hasRested(file);

        assertThat(hasRestedAfter(file, SETTLE.multipliedBy(4))).isFalse();
        assertThat(hasRestedAfter(file, SETTLE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".hidden.jpg",
                "~$peony.psd",
                "peony.jpg~",
                "peony.jpg.part",
                "peony.PARTIAL",
                "peony.tmp",
                "peony.temp",
                "peony.jpg.crdownload",
                "peony.download",
                "peony.filepart",
                "peony.opdownload",
                ".peony.jpg.swp",
                "Thumbs.db",
                "desktop.ini"
            })
    void whatOthersAreStillWritingOrHideIsNeverTaken(String name) throws Exception {
        Path file = file(name);
        rested.hasRested(file);

        assertThat(hasRestedAfter(file, Duration.ofDays(1))).isFalse();
        assertThat(RestedFiles.isTemporary(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"part.jpg", "tmp", "temporary.png", "peony.part.jpg", "~peony.png", "$peony.png", "牡丹"})
    void aNameThatOnlyLooksALittleLikeThatIsTaken(String name) throws Exception {
        Path file = file(name);
        rested.hasRested(file);

        assertThat(hasRestedAfter(file, SETTLE)).isTrue();
    }

    @Test
    void aLinkIsNeverTakenForItWouldMoveWithoutItsPicture() throws Exception {
        Path link = Files.createSymbolicLink(inbox.resolve("link.jpg"), file("peony.jpg"));
        rested.hasRested(link);

        assertThat(hasRestedAfter(link, Duration.ofDays(1))).isFalse();
    }

    @Test
    void aLinkToNowhereAndAFolderAreNeverTaken() throws Exception {
        Path link = Files.createSymbolicLink(inbox.resolve("link.jpg"), inbox.resolve("nowhere"));
        Path folder = Files.createDirectory(inbox.resolve("folder.jpg"));
        rested.hasRested(link);
        rested.hasRested(folder);

        assertThat(hasRestedAfter(link, Duration.ofDays(1))).isFalse();
        assertThat(rested.hasRested(folder)).isFalse();
    }

    @Test
    void aPipeIsNeverTaken() throws Exception {
        Path pipe = inbox.resolve("pipe.jpg");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo here");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        rested.hasRested(pipe);

        assertThat(hasRestedAfter(pipe, Duration.ofDays(1))).isFalse();
    }

    @Test
    void aFileThatWentAndCameBackIsWatchedAnew() throws Exception {
        Path file = file("peony.jpg");
        FileTime modified = Files.getLastModifiedTime(file);
        rested.hasRested(file);
        Files.delete(file);
        assertThat(hasRestedAfter(file, SETTLE)).isFalse();
        Files.setLastModifiedTime(file("peony.jpg"), modified);

        assertThat(rested.hasRested(file)).isFalse();
        assertThat(hasRestedAfter(file, SETTLE)).isTrue();
    }

    @Test
    void amongThousandsOfFilesNoneIsForgottenWhileItIsWatched() throws Exception {
        Path first = file("first.jpg");
        rested.hasRested(first);
        for (int i = 0; i < 1500; i++) {
            rested.hasRested(file("file" + i + ".jpg"));
        }

        assertThat(hasRestedAfter(first, SETTLE)).isTrue();
        assertThat(rested.hasRested(inbox.resolve("file1499.jpg"))).isTrue();
    }
}
