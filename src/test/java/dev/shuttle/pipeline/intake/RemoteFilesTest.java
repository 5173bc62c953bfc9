package dev.shuttle.pipeline.intake;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.MovedClock;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.job.Source;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.rig.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server's listing may say, and what is made of a fetched file. */
final class RemoteFilesTest {
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path work = Path.of("");

    private final MovedClock clock = new MovedClock();
    private final MemoryJournal journal = new MemoryJournal();
    private RemoteFiles files = files();

    @BeforeEach
    void inItsFolder() {
        files = files();
    }

    private RemoteFiles files() {
        return new RemoteFiles(
                Origin.SFTP,
                "sftp:mill@127.0.0.1",
                work,
                1000,
                Duration.ofSeconds(1),
                PATIENCE,
                POLL,
                new Claim(work, clock, new Random(1)),
                journal,
                clock);
    }

    private boolean isReadyAfterAPoll(String path, long size) {
        clock.move(POLL);
        return files.isReady(path, size, NOON);
    }

    private Path fetched(String text) throws IOException {
        return Files.writeString(
                Files.createDirectories(work.resolve("arrivals")).resolve("fetched"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../peony.png",
                "..",
                "a/../../peony.png",
                "a\\b.png",
                "/etc/peony.png",
                "a\u0000.png",
                "a\n.png",
                ""
            })
    void aNameThatLeadsOutOfTheFolderIsNeverFetched(String name) {
        files.isReady(name, 10, NOON);

        assertThat(isReadyAfterAPoll(name, 10)).isFalse();
        assertThat(files.isOpen(name)).isFalse();
    }

    @Test
    void aFileIsFetchedWhenTwoLooksAgree() {
        assertThat(files.isReady("damask/peony.png", 10, NOON)).isFalse();
        assertThat(isReadyAfterAPoll("damask/peony.png", 20)).isFalse();
        assertThat(isReadyAfterAPoll("damask/peony.png", 20)).isTrue();
    }

    @Test
    void afterALongGapItIsLookedAtAnewSoThatItsTicketIsSeenToo() {
        files.isReady("peony.png", 10, NOON);
        clock.move(Duration.ofHours(1));

        assertThat(files.isReady("peony.png", 10, NOON)).isFalse();
        files.isReady("peony.png.yaml", 5, NOON);
        clock.move(POLL);
        assertThat(files.isReady("peony.png", 10, NOON)).isTrue();
        assertThat(files.isReady("peony.png.yaml", 5, NOON)).isTrue();
    }

    @Test
    void aPictureWhoseTicketWasListedAndNotFetchedWaitsForIt() throws Exception {
        files.isReady("peony.png", 5, NOON);
        files.isReady("peony.png.yaml", 5, NOON);

        assertThatThrownBy(() -> files.take(fetched("peony"), "peony.png", 5, NOON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ticket");
    }

    @Test
    void aTicketAndThenItsPictureAreOneClaim() throws Exception {
        assertThat(files.take(fetched("a: 1"), "damask/peony.png.yaml", 4, NOON))
                .isEmpty();

        JobFolder claimed =
                files.take(fetched("peony"), "damask/peony.png", 5, NOON).orElseThrow();

        assertThat(claimed.requireSource()).isEqualTo(claimed.root().resolve("sftp/damask/peony.png"));
        assertThat(claimed.ticket().orElseThrow()).hasContent("a: 1");
        assertThat(claimed.arrival()).isPresent();
    }

    @Test
    void aSidecarAndThenItsPaperAreOneClaim() throws Exception {
        assertThat(files.take(fetched("{}"), "point_paper/peony.pointpaper.json", 2, NOON))
                .isEmpty();

        JobFolder claimed =
                files.take(fetched("peony"), "point_paper/peony.bmp", 5, NOON).orElseThrow();

        assertThat(claimed.requireSource()).isEqualTo(claimed.root().resolve("sftp/point_paper/peony.bmp"));
        assertThat(claimed.sidecar().orElseThrow()).hasContent("{}");
    }

    @Test
    void aPaperWhoseSidecarWasListedAndNotFetchedWaitsForIt() throws Exception {
        files.isReady("peony.bmp", 5, NOON);
        files.isReady("peony.pointpaper.json", 5, NOON);

        assertThatThrownBy(() -> files.take(fetched("peony"), "peony.bmp", 5, NOON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sidecar");
    }

    private void enter(JobFolder folder) throws IOException {
        Source source = Source.arrived("peony.png", Origin.SFTP, 5)
                .fetched(folder.arrival().orElseThrow());
        journal.admit(Job.admitted(new JobId(folder.jobId()), source, Order.preset("damask"), NOON));
    }

    @Test
    void theSameFileAgainIsKnownFromTheJournal() throws Exception {
        enter(files.take(fetched("peony"), "peony.png", 5, NOON).orElseThrow());

        assertThat(files.take(fetched("peony"), "peony.png", 5, NOON)).isEmpty();
    }

    @Test
    void anotherFileOfTheSameNameSizeAndTimeIsNew() throws Exception {
        enter(files.take(fetched("peony"), "peony.png", 5, NOON).orElseThrow());

        assertThat(files.take(fetched("lotus"), "peony.png", 5, NOON)).isPresent();
    }

    @Test
    void aClaimedFileStaysOnTheServerUntilItIsInTheJournal() throws Exception {
        files.take(fetched("peony"), "peony.png", 5, NOON);

        assertThatThrownBy(() -> files.take(fetched("peony"), "peony.png", 5, NOON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("waits for the journal");
    }

    @Test
    void aFileThatIsNotAsLongAsListedIsNotTaken() {
        assertThatThrownBy(() -> files.take(fetched("peony and more"), "peony.png", 5, NOON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed while it was fetched");
    }

    @Test
    void namesInOtherCharactersAreNamedOnceForTheServerAndStay() {
        try (Told told = new Told()) {
            for (int i = 0; i < 4; i++) {
                assertThat(isReadyAfterAPoll("ĵ\uFFFD\uFFFD.png", 7)).isFalse();
                assertThat(isReadyAfterAPoll("\uFFFD\uFFFD2.png", 7)).isFalse();
            }

            assertThat(told.lines()).singleElement().asString().contains("filenameEncoding=GBK");
        }
    }

    @Test
    void aPictureWhoseUploadPausedStaysOnTheServerUntilItHasRestedForThePatience() throws Exception {
        byte[] whole = Arrivals.picture("png", 60, 80);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        isReadyAfterAPoll("peony.png", half.length);
        assertThat(isReadyAfterAPoll("peony.png", half.length)).isTrue();
        Path fetched = Files.write(fetched(""), half);

        assertThatThrownBy(() -> files.take(fetched, "peony.png", half.length, NOON))
                .hasMessageContaining("lacks its end");
        assertThat(isReadyAfterAPoll("peony.png", half.length)).isFalse();
        assertThat(isReadyAfterAPoll("peony.png", whole.length)).isFalse();
        for (Duration rest = POLL; rest.compareTo(PATIENCE) < 0; rest = rest.plus(POLL)) {
            assertThat(isReadyAfterAPoll("peony.png", whole.length)).isFalse();
        }
        assertThat(isReadyAfterAPoll("peony.png", whole.length)).isTrue();
        Files.write(fetched, whole);
        assertThat(files.take(fetched, "peony.png", whole.length, NOON)).isPresent();
    }
}
