package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.report.Harness;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code weave}. */
class WeaveCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path mill;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private final StringWriter said = new StringWriter();

    private int shuttle(String... args) {
        return ShuttleCommand.execute(new PrintWriter(said, true), args);
    }

    @BeforeAll
    static void aPaperIsIssued() throws IOException {
        Path picture = Files.write(mill.resolve("peony.png"), Pictures.png(1));
        Path ticket = Files.writeString(
                mill.resolve("small.yaml"),
                "fabric: {ends: 120, ends_per_cm: 40, picks_per_cm: 20}\noutputs: [bmp, liftplan, false-colours]");
        StringWriter said = new StringWriter();
        int code = ShuttleCommand.execute(
                new PrintWriter(said, true),
                "convert",
                picture.toString(),
                "-p",
                "shu_brocade",
                "--ticket",
                ticket.toString(),
                "-o",
                mill.resolve("issued").toString());
        assertThat(code).as(said.toString()).isZero();
    }

    private static Loom.Edited edited(Report report) {
        return Objects.requireNonNull(Objects.requireNonNull(
                        Objects.requireNonNull(report.loom(), () -> "" + report.problem())
                                .paper())
                .edited());
    }

    private static byte[] plan(Path result) throws IOException {
        try (var files = Files.list(result)) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith(".liftplan.bmp"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    @Test
    void aPaperIsKnownByWhatLiesBesideIt() throws IOException {
        Path back = root.resolve("back");

        int code = shuttle("weave", mill.resolve("issued/peony.pointpaper.bmp").toString(), "-o", back.toString());

        assertThat(code).as(said.toString()).isZero();
        Report report = Folder.report(back);
        assertThat(report.preset()).isEqualTo("shu_brocade");
        assertThat(edited(report).cells()).isZero();
        assertThat(plan(back)).isEqualTo(plan(mill.resolve("issued")));
    }

    @Test
    void aPaperAnywhereIsKnownByTheReportOfItsJob() throws IOException {
        Path elsewhere = Files.copy(mill.resolve("issued/peony.pointpaper.bmp"), root.resolve("edited.bmp"));
        Path back = root.resolve("back");

        int code = shuttle(
                "weave",
                elsewhere.toString(),
                "--from",
                mill.resolve("issued/report.json").toString(),
                "-o",
                back.toString());

        assertThat(code).as(said.toString()).isZero();
        assertThat(edited(Folder.report(back)).cells()).isZero();
        assertThat(plan(back)).isEqualTo(plan(mill.resolve("issued")));
    }

    @Test
    void aPaperIsWovenOnAnotherMachine() throws IOException {
        Path back = root.resolve("back");

        int code = shuttle(
                "weave",
                mill.resolve("issued/peony.pointpaper.bmp").toString(),
                "--machine",
                "jacquard-1344",
                "-o",
                back.toString());

        assertThat(code).as(said.toString()).isZero();
        Harness harness = Objects.requireNonNull(
                Objects.requireNonNull(Folder.report(back).loom()).harness());
        assertThat(harness.machine()).isEqualTo("jacquard-1344");
        assertThat(harness.figureHooks()).isEqualTo(120);
        try (var files = Files.list(back)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith(".hooks.csv"))
                    .anyMatch(name -> name.endsWith(".liftplan-hooks.bmp"));
        }
        assertThat(plan(back)).isEqualTo(plan(mill.resolve("issued")));
    }

    @Test
    void aPaperInFalseColoursIsReadInItsOwn() throws IOException {
        Path back = root.resolve("back");

        int code =
                shuttle("weave", mill.resolve("issued/peony.falsecolours.png").toString(), "-o", back.toString());

        assertThat(code).as(said.toString()).isZero();
        Report report = Folder.report(back);
        assertThat(edited(report).cells()).isZero();
        assertThat(Objects.requireNonNull(report.loom()).palette())
                .isEqualTo(Objects.requireNonNull(
                                Folder.report(mill.resolve("issued")).loom())
                        .palette());
    }

    @Test
    void convertByATicketThatSaysSoWeavesToo() throws IOException {
        Path ticket = Files.writeString(root.resolve("as-is.yaml"), "pointpaper: as-is");
        Path back = root.resolve("back");

        int code = shuttle(
                "convert",
                mill.resolve("issued/peony.pointpaper.png").toString(),
                "--ticket",
                ticket.toString(),
                "-o",
                back.toString());

        assertThat(code).as(said.toString()).isZero();
        assertThat(edited(Folder.report(back)).cells()).isZero();
    }

    @Test
    void aPictureIsRejectedAndTheCommandEndsWithOne() throws IOException {
        Path back = root.resolve("back");

        int code = shuttle("weave", mill.resolve("peony.png").toString(), "-o", back.toString());

        assertThat(code).isEqualTo(1);
        assertThat(Folder.report(back).state()).isEqualTo(State.REJECTED);
        assertThat(said.toString()).contains("TOO_MANY_COLOURS");
    }

    @Test
    void aReportWithoutItsPaperIsRefused() throws IOException {
        Path report =
                Files.writeString(Files.createDirectories(root.resolve("other")).resolve("report.json"), "{}");

        int code = shuttle("weave", mill.resolve("peony.png").toString(), "--from", report.toString());

        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains(".pointpaper.json", "hint:");
    }
}
