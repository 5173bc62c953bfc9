package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.TestCloud;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole run writes to its log, by file: each job's story, and no secret. */
@SuppressWarnings("NullAway.Init")
class LogTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "token-of-sixteen-letters-and-more";
    private static final String PASSWORD = "warp-and-weft-in-secret";

    @TempDir
    private Path root;

    /** One picture each for the cloud, the local road and the rejected. */
    private List<JsonNode> run() throws Exception {
        Folder folder = new Folder(root);
        byte[] first = Pictures.png(1);
        folder.drop("a\u202e b.png", first);
        folder.drop("b.png", Pictures.png(2));
        folder.drop("c.png", "a letter".getBytes(UTF_8));
        Path log = root.resolve("shuttle.log");
        try (Emulator cloud = TestCloud.start()) {
            cloud.faults().add(When.every(Call.SUBMIT).between(2, 9), Fault.Refuse.with("InvalidApiKey"));
            Map<String, String> environment = new HashMap<>(Rig.environment(cloud));
            environment.put("SHUTTLE_API_TOKEN", TOKEN);
            environment.put("SHUTTLE_HAWTIO_PASSWORD", PASSWORD);
            Map<String, String> settings = folder.settings();
            settings.putAll(Map.of(
                    "shuttle.log.file", log.toString(),
                    "shuttle.log.format", "json",
                    "shuttle.log.level", "trace",
                    "dashscope.max-in-flight", "1"));
            try (ShuttleProcess run = ShuttleProcess.start(settings, environment, "run", "--once", "-q")) {
                assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
                assertThat(run.output()).doesNotContain("INFO", "admitted");
            }
        }
        String all = Files.readString(log);
        assertThat(all)
                .doesNotContain(EmulatorSettings.DEFAULT_KEY, TOKEN, PASSWORD, "data:image", "Signature=")
                .doesNotContain(Base64.getEncoder().encodeToString(first).substring(0, 60));
        return all.lines().map(LogTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(line, e);
        }
    }

    @Test
    void everyLineIsJsonAndTellsEachJobsStoryAndNoSecret() throws Exception {
        List<JsonNode> lines = run();

        assertThat(storyOf(lines, "why", "emulated"))
                .containsSubsequence(
                        "admitted", "submitted", "task ended as SUCCEEDED", "downloaded", "converted", "done");
        assertThat(storyOf(lines, "why", "local InvalidApiKey"))
                .containsSubsequence("admitted", "takes the local road", "converted", "done");
        assertThat(storyOf(lines, "file", "c.png")).containsSubsequence("admitted", "rejected");
    }

    /** All that is said of the job of which this is said. */
    private static List<String> storyOf(List<JsonNode> lines, String key, String value) {
        String job = lines.stream()
                .filter(line -> value(line, key).equals(value))
                .map(line -> value(line, "job"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + "=" + value + " in " + lines));
        return lines.stream()
                .filter(line -> value(line, "job").equals(job)
                        && !line.path("level").asText().equals("DEBUG"))
                .map(line -> line.path("formattedMessage").asText())
                .toList();
    }

    private static String value(JsonNode line, String key) {
        return line.path("kvpList").findPath(key).asText();
    }
}
