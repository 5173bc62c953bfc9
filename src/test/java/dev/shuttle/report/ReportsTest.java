package dev.shuttle.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.outcome.Timings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {
    @Test
    void theKeysAreTheContractsInTheContractsOrder() throws Exception {
        Report report = complete();

        JsonNode json = new ObjectMapper().readTree(json(report));

        assertThat(keys(json))
                .containsExactly(
                        "version",
                        "job",
                        "state",
                        "path",
                        "reason",
                        "source",
                        "preset",
                        "ticket",
                        "cloud",
                        "loom",
                        "files",
                        "timings_ms",
                        "problem",
                        "notices",
                        "node");
        assertThat(keys(json.at("/source")))
                .containsExactly("name", "bytes", "sha256", "format", "width", "height", "from");
        assertThat(keys(json.at("/cloud")))
                .containsExactly(
                        "model",
                        "function",
                        "prompt",
                        "task_id",
                        "request_id",
                        "submitted_at",
                        "finished_at",
                        "polls",
                        "attempts");
        assertThat(keys(json.at("/cloud/attempts/1")))
                .containsExactly("model", "at", "stage", "http", "code", "message", "request_id", "task_id", "class");
        assertThat(keys(json.at("/problem"))).containsExactly("code", "message", "hint");
        assertThat(keys(json.at("/files/0"))).containsExactly("role", "path", "bytes", "sha256");
    }

    @Test
    void theLoomsKeysAreTheContracts() throws Exception {
        JsonNode loom = new ObjectMapper().readTree(json(complete())).at("/loom");

        assertThat(keys(loom))
                .containsExactly(
                        "ends",
                        "lines",
                        "picks",
                        "ends_per_cm",
                        "picks_per_cm",
                        "width_cm",
                        "height_cm",
                        "colours",
                        "palette",
                        "structure",
                        "floats",
                        "cleaned",
                        "fidelity",
                        "yarn",
                        "hooks",
                        "interlacings",
                        "hangs_together",
                        "seam");
        assertThat(keys(loom.at("/palette/1"))).containsExactly("index", "rgb", "lab", "share", "yarn", "weave");
        assertThat(keys(loom.at("/floats")))
                .containsExactly("warp_max", "weft_max", "limit", "over_limit", "histogram");
        assertThat(keys(loom.at("/cleaned"))).containsExactly("regions_removed", "pixels_changed", "min_region");
        assertThat(keys(loom.at("/fidelity"))).containsExactly("de2000_mean", "de2000_p95", "ssim", "edge_f1");
    }

    @Test
    void theTimingsKeepTheOrderOfTheStages() throws Exception {
        Timings all = new Timings(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);

        JsonNode json = new ObjectMapper().readTree(json(complete().withTimings(all)));

        assertThat(keys(json.at("/timings_ms")))
                .containsExactly(
                        "admit", "submit", "poll", "download", "decode", "convert", "write", "publish", "total");
    }

    @Test
    void valuesAreInTheirOneForm() throws Exception {
        JsonNode json = new ObjectMapper().readTree(json(SampleReports.local()));

        assertThat(json.at("/state").asText()).isEqualTo("DONE");
        assertThat(json.at("/path").asText()).isEqualTo("local");
        assertThat(json.at("/source/from").asText()).isEqualTo("inbox");
        assertThat(json.at("/files/1/role").asText()).isEqualTo("pointpaper");
        assertThat(json.at("/cloud/submitted_at").asText()).isEqualTo("2026-11-22T04:00:01.123Z");
        assertThat(json.at("/loom/palette/0/share").asText()).isEqualTo("0.412346");
        assertThat(json.at("/loom/palette/0/lab/0").asDouble()).isEqualTo(19.45);
        assertThat(json.at("/loom/width_cm").asDouble()).isEqualTo(17.53);
        assertThat(json.at("/loom/floats/histogram/14").asLong()).isEqualTo(7);
    }

    @Test
    void otherScriptsAreWrittenAsThemselvesAndLinesEndAlike() throws Exception {
        String json = json(SampleReports.local());

        assertThat(json).contains("石榴红").doesNotContain("\\u", "\r").endsWith("}\n");
    }

    @Test
    void whatIsNotKnownIsLeftOut() throws Exception {
        String json = json(SampleReports.rejected("notes.jpg"));

        assertThat(keys(new ObjectMapper().readTree(json)))
                .containsExactly("version", "job", "state", "source", "files", "timings_ms", "problem");
        assertThat(json).doesNotContain("null", "ticket", "{ }", "[ ]");
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() throws Exception {
        for (Report report : List.of(complete(), SampleReports.cloud(Road.EMULATED), SampleReports.rejected("x"))) {
            assertThat(read(json(report))).isEqualTo(report);
        }
    }

    @Test
    void aLaterVersionsKeysAreSkipped() throws Exception {
        String later = json(SampleReports.rejected("x")).replaceFirst("\\{", "{ \"moon\": { \"phase\": 1 },");

        assertThat(read(later).job()).isEqualTo(SampleReports.rejected("x").job());
    }

    @Test
    void whatIsNoReportSaysSo() {
        assertThatThrownBy(() -> read("{ \"state\": \"SLEEPING\" }"))
                .isInstanceOfSatisfying(ReportException.class, e -> {
                    assertThat(e.code()).isEqualTo("REPORT_UNREADABLE");
                    assertThat(e.hint()).isNotBlank();
                });
    }

    @Test
    void aReportWithoutItsJobIsNone() {
        assertThatThrownBy(() -> read("{}")).isInstanceOf(ReportException.class).hasMessageContaining("job");
    }

    @Test
    void theStreamsStayOpen() throws Exception {
        boolean[] closed = new boolean[1];
        ByteArrayOutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        Reports.write(SampleReports.local(), stream);

        assertThat(closed[0]).isFalse();
    }

    private static Report complete() {
        Report local = SampleReports.local();
        return new Report(
                local.version(),
                local.job(),
                local.state(),
                local.path(),
                local.reason(),
                local.source(),
                local.preset(),
                local.ticket(),
                local.cloud(),
                local.loom(),
                local.files(),
                local.timings(),
                new Problem("CODE", "message", "hint"),
                List.of(new Notice("NO_STRUCTURE", "wif", "message")),
                "mill-2");
    }

    private static String json(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Reports.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Report read(String json) throws IOException {
        return Reports.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
