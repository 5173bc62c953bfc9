package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.DocumentedError;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.report.Report;
import dev.shuttle.report.Role;
import dev.shuttle.report.State;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.TestCloud;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of a picture's way, through the real routes and the real emulator. */
class PipelineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private java.nio.file.Path root;

    private Emulator cloud = TestCloud.start();

    @BeforeEach
    void freshCloud() {
        cloud.close();
        cloud = TestCloud.start();
    }

    @AfterEach
    void stopCloud() {
        cloud.close();
    }

    @Test
    void aPictureGoesThroughTheCloudAndComesOutAsALoomImage() throws IOException {
        byte[] picture = Pictures.png(1);

        try (Rig rig = Rig.start(root, cloud, Folder.AS_SHIPPED)) {
            Report report = rig.drop("牡丹 peony.png", picture).report();

            assertThat(report.state()).isEqualTo(State.DONE);
            assertThat(report.path()).isEqualTo(Road.EMULATED);
            assertThat(report.reason()).isNull();
            assertThat(Objects.requireNonNull(report.cloud()).attempts()).isEmpty();
            assertThat(Objects.requireNonNull(report.cloud()).taskId()).isNotBlank();
            java.nio.file.Path folder = rig.folder().results().get(0);
            assertThat(folder.getFileName().toString()).startsWith("牡丹 peony-");
            assertThat(folder.resolve("source.png")).hasBinaryContent(picture);
            assertThat(names(folder))
                    .contains(
                            "report.json",
                            "report.html",
                            "cloud.png",
                            "牡丹 peony.pointpaper.png",
                            "牡丹 peony.pointpaper.bmp",
                            "牡丹 peony.palette.csv",
                            "牡丹 peony.preview.png",
                            "牡丹 peony.compare.png");
            assertThat(cloud.ledger().accepted()).isEqualTo(1);
        }
    }

    @Test
    void theLoomImageHasExactlyThePalettesColours() throws IOException {
        try (Rig rig = Rig.start(root, null, Folder.AS_SHIPPED)) {
            Report report = rig.drop("photo.jpg", Pictures.jpeg(2)).report();

            BufferedImage paper = ImageIO.read(rig.folder()
                    .results()
                    .get(0)
                    .resolve("photo.pointpaper.png")
                    .toFile());
            long used = IntStream.range(0, paper.getWidth() * paper.getHeight())
                    .map(i -> paper.getRGB(i % paper.getWidth(), i / paper.getWidth()))
                    .distinct()
                    .count();
            assertThat(used).isEqualTo(16);
            assertThat(Objects.requireNonNull(report.loom()).palette()).hasSize(16);
        }
    }

    @Test
    void aTaskThatEndsInInternalErrorIsConvertedHere() {
        cloud.faults()
                .add(
                        When.every(Call.SUBMIT),
                        new Fault.FailTask("InternalError", "submit algo service error, Internal server error!"));

        try (Rig rig = Rig.start(root, cloud)) {
            Report report = rig.drop("peony.png", Pictures.png(3)).report();

            assertThat(report.state()).isEqualTo(State.DONE);
            assertThat(report.path()).isEqualTo(Road.LOCAL);
            assertThat(report.reason()).isEqualTo("InternalError");
            List<Attempt> attempts = Objects.requireNonNull(report.cloud()).attempts();
            assertThat(attempts)
                    .extracting(Attempt::model)
                    .containsExactly(
                            "wanx2.1-imageedit", "wanx2.1-imageedit", "wan2.5-i2i-preview", "wan2.5-i2i-preview");
            assertThat(attempts).allSatisfy(attempt -> {
                assertThat(attempt.code()).isEqualTo("InternalError");
                assertThat(attempt.message()).isEqualTo("submit algo service error, Internal server error!");
                assertThat(attempt.taskId()).isNotBlank();
                assertThat(attempt.requestId()).isNotBlank();
            });
            assertThat(cloud.ledger().billed()).isZero();
        }
    }

    @Test
    void withoutAKeyEveryPictureGoesLocalAndTheReportSaysSo() {
        try (Rig rig = Rig.start(root, null)) {
            Report report = rig.drop("peony.png", Pictures.png(4)).report();

            assertThat(report.path()).isEqualTo(Road.LOCAL);
            assertThat(report.reason()).isEqualTo("NO_KEY");
            assertThat(report.cloud()).isNull();
        }
    }

    @Test
    void aSubmitWhoseAnswerIsLostIsFoundInTheTaskListAndNotPaidTwice() {
        cloud.faults().loseAnswer(1);

        try (Rig rig = Rig.start(root, cloud)) {
            Report report = rig.drop("peony.png", Pictures.png(5)).report();

            assertThat(report.path()).isEqualTo(Road.EMULATED);
            assertThat(cloud.ledger().accepted()).isEqualTo(1);
            assertThat(cloud.ledger().paidTwice()).isZero();
        }
    }

    @Test
    void aServiceThatKeepsFailingOpensTheBreakerAndIsLeftAlone() {
        cloud.faults().refuse(Call.SUBMIT, DocumentedError.valueOf("INTERNAL_ERROR"));
        Map<String, String> soon = Map.of(
                "dashscope.breaker.minimum-number-of-calls", "2",
                "dashscope.models", "wanx2.1-imageedit",
                "dashscope.breaker.wait-duration-in-open-state", "1h");

        try (Rig rig = Rig.start(root, cloud, soon)) {
            for (int i = 0; i < 6; i++) {
                rig.drop("p" + i + ".png", Pictures.png(i));
            }
            List<Report> reports = rig.reports(6);

            assertThat(reports).allSatisfy(report -> assertThat(report.path()).isEqualTo(Road.LOCAL));
            assertThat(reports).extracting(Report::reason).contains("InternalError", "BREAKER_OPEN");
        }
    }

    @Test
    void picturesThatCannotBeReadDoNotOpenTheBreaker() {
        Map<String, String> soon = Map.of(
                "dashscope.max-in-flight", "1",
                "dashscope.breaker.minimum-number-of-calls", "2",
                "dashscope.breaker.wait-duration-in-open-state", "1h");

        try (Rig rig = Rig.start(root, cloud, soon)) {
            for (int i = 0; i < 3; i++) {
                rig.drop("damaged" + i + ".png", Pictures.damaged(i));
            }
            rig.reports(3);
            rig.drop("peony.png", Pictures.png(4));

            assertThat(rig.reports(4)).extracting(Report::path).containsOnlyOnce(Road.EMULATED);
        }
    }

    @Test
    void anAccountFaultOpensTheBreakerAtOnce() {
        cloud.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("Arrearage"));
        Map<String, String> oneAfterTheOther =
                Map.of("dashscope.max-in-flight", "1", "dashscope.breaker.wait-duration-in-open-state", "1h");

        try (Rig rig = Rig.start(root, cloud, oneAfterTheOther)) {
            rig.drop("a.png", Pictures.png(1)).drop("b.png", Pictures.png(2)).drop("c.png", Pictures.png(3));
            List<Report> reports = rig.reports(3);

            assertThat(reports)
                    .extracting(Report::reason)
                    .containsExactlyInAnyOrder("Arrearage", "BREAKER_OPEN", "BREAKER_OPEN");
            assertThat(cloud.ledger().requests("POST", "image-synthesis")).hasSize(1);
        }
    }

    @Test
    void aTaskThatNeverEndsIsLeftAtTheDeadline() {
        cloud.faults().add(When.every(Call.SUBMIT), new Fault.NeverFinish());

        try (Rig rig = Rig.start(root, cloud, Map.of("dashscope.deadline", "1s"))) {
            Report report = rig.drop("peony.png", Pictures.png(6)).report();

            assertThat(report.path()).isEqualTo(Road.LOCAL);
            assertThat(report.reason()).isEqualTo("DEADLINE");
        }
    }

    @Test
    void aJobWhoseTurnInTheCloudDoesNotComeIsConvertedHere() {
        cloud.faults().add(When.first(Call.SUBMIT, 1), new Fault.NeverFinish());
        Map<String, String> oneAtOnce =
                Map.of("dashscope.max-in-flight", "1", "dashscope.deadline", "4s", "shuttle.cloud.wait", "1s");

        try (Rig rig = Rig.start(root, cloud, oneAtOnce)) {
            rig.drop("a.png", Pictures.png(1)).drop("b.png", Pictures.png(2));

            assertThat(rig.reports(2)).extracting(Report::reason).containsExactlyInAnyOrder("DEADLINE", "CLOUD_BUSY");
            assertThat(cloud.ledger().accepted()).isEqualTo(1);
        }
    }

    @Test
    void aHeldJobWaitsUntilTheCloudIsBack() {
        cloud.faults().add(When.first(Call.SUBMIT, 1), Fault.Refuse.with("Arrearage"));
        Map<String, String> hold =
                Map.of("shuttle.fallback", "hold", "dashscope.breaker.wait-duration-in-open-state", "500ms");

        try (Rig rig = Rig.start(root, cloud, hold)) {
            Report report = rig.drop("peony.png", Pictures.png(7)).report();

            assertThat(report.path()).isEqualTo(Road.EMULATED);
            assertThat(Objects.requireNonNull(report.cloud()).attempts())
                    .extracting(Attempt::code)
                    .containsExactly("Arrearage");
        }
    }

    @Test
    void withFallbackFailTheOriginalAndTheReasonLieInFailed() {
        cloud.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("DataInspectionFailed"));
        byte[] picture = Pictures.png(8);

        try (Rig rig = Rig.start(root, cloud, Map.of("shuttle.fallback", "fail"))) {
            Report report = rig.drop("peony.png", picture).report();

            assertThat(report.state()).isEqualTo(State.FAILED);
            assertThat(Objects.requireNonNull(report.problem()).code()).isEqualTo("DataInspectionFailed");
            java.nio.file.Path folder = rig.folder().results().get(0);
            assertThat(folder.getParent()).isEqualTo(rig.folder().outbox().resolve("failed"));
            assertThat(folder.resolve("source.png")).hasBinaryContent(picture);
        }
    }

    @Test
    void badInputIsRejectedWithAHintAndStopsNothingElse() {
        byte[] garbage = "this is no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] whole = Pictures.jpeg(9);
        byte[] truncated = java.util.Arrays.copyOf(whole, whole.length / 3);

        try (Rig rig = Rig.start(root, cloud)) {
            rig.drop("notes.jpg", garbage)
                    .drop("half.jpg", truncated)
                    .drop("no_such_preset/peony.png", Pictures.png(10))
                    .drop("shu_brocade/peony.png", Pictures.png(11));
            List<Report> reports = rig.reports(4);

            assertThat(reports)
                    .filteredOn(report -> report.state() == State.REJECTED)
                    .extracting(
                            report -> Objects.requireNonNull(report.problem()).code())
                    .containsExactlyInAnyOrder("NOT_A_PICTURE", "TRUNCATED_PICTURE", "UNKNOWN_PRESET");
            assertThat(reports)
                    .filteredOn(report -> report.state() == State.DONE)
                    .extracting(Report::preset)
                    .containsExactly("shu_brocade");
            assertThat(rig.folder().outbox().resolve("rejected")).isDirectoryRecursivelyContaining("glob:**source.jpg");
        }
    }

    @Test
    void everyFileOfAResultIsListedWithItsHash() {
        try (Rig rig = Rig.start(root, null)) {
            Report report = rig.drop("peony.png", Pictures.png(12)).report();
            java.nio.file.Path folder = rig.folder().results().get(0);

            assertThat(report.files())
                    .extracting(file -> file.role())
                    .contains(Role.SOURCE, Role.POINTPAPER, Role.PALETTE);
            assertThat(report.files()).allSatisfy(file -> {
                byte[] bytes = Files.readAllBytes(folder.resolve(file.path()));
                assertThat(file.bytes()).isEqualTo(bytes.length);
                assertThat(file.sha256()).isEqualTo(dev.shuttle.pipeline.disk.Disk.sha256(bytes));
            });
        }
    }

    @Test
    void nothingIsLeftInWorkWhenAllIsDone() {
        try (Rig rig = Rig.start(root, cloud)) {
            rig.drop("peony.png", Pictures.png(13)).report();

            assertThat(Folder.children(rig.folder().work()))
                    .noneMatch(path -> dev.shuttle.pipeline.job.JobId.isOne(
                            path.getFileName().toString()));
            assertThat(Folder.children(rig.folder().inbox())).isEmpty();
        }
    }

    @Test
    void aSecondProgramOnTheSameWorkFolderIsRefused() {
        try (Rig first = Rig.start(root, null)) {
            assertThat(first.program()).isNotNull();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Rig.start(root, null))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("another shuttle works in");
        }
    }

    private static List<String> names(java.nio.file.Path folder) {
        return Folder.children(folder)
                .map(path -> path.getFileName().toString())
                .toList();
    }
}
