package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.TestCloud;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laws 1, 2 and 4 under kill -9: the program in a process of its own, the cloud in this one. */
class KillTest {
    private static final int JOBS = 20;

    /** What the program says right before a moment that would be bad to die in, and at which time of saying it. */
    private record Moment(String word, int times) {}

    private static final List<Moment> MOMENTS = List.of(
            new Moment("admitted", 1),
            new Moment("submitting", 1),
            new Moment("submitted", 1),
            new Moment("submitting", 3),
            new Moment("downloaded", 1),
            new Moment("converted", 1),
            new Moment("done", 2));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void whereverItIsKilledEachOfTwentyPicturesEndsInOnePlaceAndIsSubmittedOnce() throws Exception {
        Folder folder = new Folder(root);
        List<byte[]> pictures = IntStream.range(0, JOBS).mapToObj(Pictures::png).toList();
        IntStream.range(0, JOBS).forEach(i -> folder.drop("picture " + i + ".png", pictures.get(i)));
        try (Emulator cloud = TestCloud.start()) {
            Map<String, String> environment = Rig.environment(cloud);

            for (Moment moment : MOMENTS) {
                try (ShuttleProcess run = ShuttleProcess.start(folder.settings(), environment, "run")) {
                    assertThat(run.awaitLine(line -> line.contains(" - " + moment.word()), moment.times()))
                            .as("said %s: %s", moment, run.output())
                            .isTrue();
                    run.kill();
                }
            }
            try (ShuttleProcess last = ShuttleProcess.start(folder.settings(), environment, "run", "--once")) {
                assertThat(last.exitCode()).as(last.output()).isZero();
            }

            assertThat(folder.reports()).hasSize(JOBS).extracting(Report::state).containsOnly(State.DONE);
            assertThat(folder.reports().stream().map(report -> report.source().sha256()))
                    .containsExactlyInAnyOrderElementsOf(
                            pictures.stream().map(Disk::sha256).toList());
            assertThat(Folder.children(folder.inbox())).isEmpty();
            assertThat(cloud.ledger().accepted()).isEqualTo(JOBS);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }

    @Test
    void whenStoppedInAnOrderlyWayWhatIsInFlightGoesOnAfterTheStart() throws Exception {
        Folder folder = new Folder(root);
        folder.drop("peony.png", Pictures.png(1));
        try (Emulator cloud = TestCloud.start()) {
            try (ShuttleProcess run = ShuttleProcess.start(folder.settings(), Rig.environment(cloud), "run")) {
                assertThat(run.awaitLine(line -> line.contains(" - submitted"), 1))
                        .isTrue();
                run.terminate();
                run.exitCode();
            }
            try (ShuttleProcess last =
                    ShuttleProcess.start(folder.settings(), Rig.environment(cloud), "run", "--once")) {
                assertThat(last.exitCode()).as(last.output()).isZero();
            }

            assertThat(folder.reports()).extracting(Report::state).containsExactly(State.DONE);
            assertThat(cloud.ledger().accepted()).isEqualTo(1);
        }
    }
}
