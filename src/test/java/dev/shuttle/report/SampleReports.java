package dev.shuttle.report;

import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.outcome.Timings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports as jobs leave them, one of each kind. */
final class SampleReports {
    static final Instant NOON = Instant.parse("2026-11-22T04:00:00.123456Z");
    static final String SHA = "a0680245d1b1c6f7f0c9d4a2b8e7f6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f000";

    private SampleReports() {}

    static Report local() {
        return Report.of("20261122-7k3f9q", State.DONE, source("peony-brocade.png"))
                .local("InternalError")
                .preset("weaving_machine")
                .ticket(ticket())
                .cloud(new Cloud(
                        "wanx2.1-imageedit",
                        "description_edit",
                        "提取图案，平涂色块，清晰轮廓",
                        "0385dc79-5ff8-4d82-bcb6-000000000000",
                        "e5d70b02-0d5f-9e4f-a0ab-000000000000",
                        NOON.plusSeconds(1),
                        NOON.plusSeconds(9),
                        4,
                        List.of(accepted(), failedTask())))
                .loom(fullLoom())
                .files(files("peony-brocade"))
                .timings(new Timings(12L, 640L, 8_120L, null, 95L, 430L, 55L, 38L, 9_335L))
                .build();
    }

    @SuppressWarnings("NullAway") // A report may lack the code and the class of a try that succeeded.
    static Report cloud(Road path) {
        Attempt done = new Attempt(
                "wanx2.1-imageedit",
                NOON.plusSeconds(8),
                "poll",
                200,
                null,
                null,
                "eeef0935-f1f4-9a8e-8d2d-000000000000",
                "0385dc79-5ff8-4d82-bcb6-000000000000",
                null);
        return Report.of("20261122-2m8d4c", State.DONE, source("misty-river.jpg"))
                .path(path)
                .preset("shu_brocade")
                .cloud(new Cloud(
                        "wanx2.1-imageedit",
                        "description_edit",
                        "织锦纹样",
                        "0385dc79-5ff8-4d82-bcb6-000000000000",
                        "eeef0935-f1f4-9a8e-8d2d-000000000000",
                        NOON.plusSeconds(1),
                        NOON.plusSeconds(8),
                        3,
                        List.of(accepted(), done)))
                .loom(Loom.of(1200, 800, palette())
                        .cleaned(new Cleaned(120, 640, 9))
                        .build())
                .files(files("misty-river"))
                .file(new OutputFile(Role.CLOUD, "cloud.png", 1_402_113, SHA))
                .timings(new Timings(null, null, null, 300L, null, null, null, null, 9_335L))
                .build();
    }

    static Report rejected(String name) {
        return Report.of("20261122-9x1y2z", State.REJECTED, new Source(name, 734, SHA, null, null, null, "inbox"))
                .problem(new Problem(
                        "NOT_A_PICTURE",
                        "The file's first bytes are those of no picture format.",
                        "Save it as JPEG, PNG, BMP, TIFF, WebP or GIF and drop it again."))
                .file(new OutputFile(Role.SOURCE, "source.jpg", 734, SHA))
                .timings(new Timings(null, null, null, null, null, null, null, null, 4L))
                .build();
    }

    static Loom fullLoom() {
        return Loom.of(1024, 368, palette())
                .density(58.4, 21)
                .structure("lampas", 1104)
                .floats(new Floats(14, 9, 15, 0L, new TreeMap<>(Map.of(1, 4012L, 2, 9120L, 5, 61L, 14, 7L))))
                .cleaned(new Cleaned(412, 1875, 9))
                .fidelity(new Fidelity(2.4112, 6.2, 0.891234, 0.93))
                .yarn(List.of(new Yarn("weft", "石榴红", "#a3263b", 26.6, 412.35, 10.969)))
                .hooks(1024)
                .interlacings(182_233)
                .hangsTogether(true)
                .seam(0)
                .build();
    }

    /** A cloth whose wefts change. */
    static Weave weave(List<Weave.Band> bands) {
        return new Weave(
                "5/2",
                1200,
                300,
                73.0,
                63.0,
                new Weave.Proved(14, 6, 14, 9),
                2.0,
                1.9,
                List.of(),
                bands,
                null,
                List.of(),
                0.5,
                new Weave.Lift(1, 900, 500, 800),
                List.of(10, 20),
                0.2,
                120,
                235.0,
                1.0,
                0.96,
                List.of(),
                null);
    }

    static List<Swatch> palette() {
        return List.of(
                new Swatch(0, "#14342f", List.of(19.451, -13.02, -0.5), 0.412345678, null, "warp satin 5/2"),
                new Swatch(1, "#a3263b", List.of(36.2, 51.1, 21.0), 0.3, "石榴红 12", "weft 1"),
                new Swatch(2, "#e8c878", List.of(81.8, 3.0, 43.2), 0.287654322, null, null));
    }

    static List<OutputFile> files(String stem) {
        return List.of(
                new OutputFile(Role.SOURCE, "source." + (stem.startsWith("misty") ? "jpg" : "png"), 812_345, SHA),
                new OutputFile(Role.POINTPAPER, stem + ".pointpaper.png", 45_678, SHA),
                new OutputFile(Role.POINTPAPER, stem + ".pointpaper.bmp", 377_910, SHA),
                new OutputFile(Role.PALETTE, stem + ".palette.csv", 640, SHA),
                new OutputFile(Role.PREVIEW, stem + ".preview.png", 1_234_567, SHA),
                new OutputFile(Role.COMPARE, stem + ".compare.png", 2_345_678, SHA));
    }

    static Source source(String name) {
        String format = name.endsWith("png") ? "png" : "jpeg";
        return new Source(name, 812_345, SHA, format, 1024, 1024, "inbox");
    }

    @SuppressWarnings("NullAway") // A report may lack the code and the class of a try that succeeded.
    static Attempt accepted() {
        return new Attempt(
                "wanx2.1-imageedit",
                NOON.plusSeconds(1),
                "submit",
                200,
                null,
                null,
                "4909100c-7b5a-9f92-bfe5-000000000000",
                "0385dc79-5ff8-4d82-bcb6-000000000000",
                null);
    }

    static Attempt failedTask() {
        return new Attempt(
                "wanx2.1-imageedit",
                NOON.plusSeconds(9),
                "poll",
                200,
                "InternalError",
                "submit algo service error, Internal server error!",
                "e5d70b02-0d5f-9e4f-a0ab-000000000000",
                "0385dc79-5ff8-4d82-bcb6-000000000000",
                "transient");
    }

    private static Map<String, Object> ticket() {
        Map<String, Object> ticket = new LinkedHashMap<>();
        ticket.put("preset", "weaving_machine");
        ticket.put("colours", 3);
        ticket.put("fabric", Map.of("ends_per_cm", 58.4));
        return ticket;
    }
}
