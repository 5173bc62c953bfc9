package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.TestCloud;
import dev.shuttle.rig.Told;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** {@code doctor} as a user types it. */
class DoctorCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private final Emulator cloud = TestCloud.start();
    private final StringWriter said = new StringWriter();

    @SuppressWarnings("NullAway.Init")
    private Folder folder;

    @SuppressWarnings("NullAway.Init")
    private Path key;

    @BeforeEach
    void aKey() throws IOException {
        folder = new Folder(root.resolve("mill"));
        key = Files.writeString(root.resolve("key"), EmulatorSettings.DEFAULT_KEY);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void itTellsPeopleWhatToDoAndEndsWithOneWhereSomethingIsWrong() throws IOException {
        Files.writeString(key, "sk-not-the-key-of-this-account");

        int code = doctor("--set", "shuttle.locale=zh-CN");

        assertThat(code).isEqualTo(1);
        assertThat(said.toString())
                .containsPattern("(?m)^FAIL  authentication  密钥被拒绝.*InvalidApiKey")
                .contains("hint: ")
                .contains("1 项有误")
                .doesNotContain("\u001b")
                .doesNotContain("sk-not-the-key");
    }

    @Test
    void itTellsProgramsALineAFindingAndEndsWithZeroWhereNothingIsWrong() throws IOException {
        int code = doctor("--json", "--set", "shuttle.locale=en");

        assertThat(code).isZero();
        assertThat(lines()).allSatisfy(line -> {
            assertThat(line.path("level").asText()).isIn("OK", "WARN", "SKIP");
            assertThat(line.path("seen").asText()).isNotEmpty();
        });
        assertThat(lines())
                .extracting(line -> line.path("check").asText())
                .startsWith("java")
                .contains("authentication");
    }

    @Test
    void aBadSettingEndsWithTwo() {
        assertThat(doctor("--set", "shuttle.inbux=x")).isEqualTo(2);
        assertThat(said.toString()).contains("did you mean shuttle.inbox?").doesNotContain("OK ");
    }

    @Test
    void aBundleThatCannotBeWrittenEndsWithTwoBeforeAnythingIsPaidFor() {
        int code = doctor("--submit", "--bundle", root.resolve("nowhere/b.zip").toString());

        assertThat(code).isEqualTo(2);
        assertThat(cloud.ledger().accepted()).isZero();
    }

    @Test
    void theBundleReplacesAnOlderOneAndLeavesNothingBesideIt() throws IOException {
        Path own = Files.createDirectory(root.resolve("evidence"));
        Path bundle = Files.writeString(own.resolve("b.zip"), "older");

        doctor("--bundle", bundle.toString());

        assertThat(Folder.children(own)).containsExactly(bundle);
        assertThat(Files.readAllBytes(bundle)).startsWith('P', 'K');
    }

    @Test
    void theLogIsHeardAgainAfterwards() {
        doctor();

        try (Told told = new Told()) {
            LoggerFactory.getLogger("dev.shuttle.test").error("still there");

            assertThat(told.lines()).contains("still there");
        }
    }

    @Test
    void aRunningShuttleKeepsItsLockAndTakesNothingIn() throws InterruptedException, IOException {
        Map<String, String> environment =
                Map.of("DASHSCOPE_HTTP_BASE_URL", cloud.baseUrl().toString());
        try (ShuttleProcess running = ShuttleProcess.start(folder.settings(), environment, "run")) {
            assertThat(running.awaitLine(line -> line.contains("watching"), 1))
                    .as(running::output)
                    .isTrue();

            doctor("--json");
            doctor("--json");

            assertThat(lines())
                    .filteredOn(line -> line.path("check").asText().equals("running"))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.path("seen").asText()).contains("a Shuttle runs on"));
            assertThat(Folder.children(folder.inbox())).isEmpty();
            assertThat(folder.results()).isEmpty();
        }
    }

    @Test
    void aCalibrationThatCannotBeReadIsNamedWithWhatToDo() throws IOException {
        Path calibrations = Files.createDirectories(root.resolve("calibrations"));
        Files.writeString(calibrations.resolve("wool.json"), "{\"version\": 1, \"structure\": \"taquete\"");

        doctor("--json", "--set", "shuttle.calibrations=" + calibrations);

        assertThat(lines())
                .filteredOn(line -> line.path("check").asText().equals("calibrations"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("level").asText()).isEqualTo("WARN");
                    assertThat(line.path("seen").asText()).contains("wool.json is no calibration");
                    assertThat(line.path("hint").asText()).contains("shuttle calibrate");
                });
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : said.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private int doctor(String... args) {
        List<String> all = new ArrayList<>(List.of("doctor"));
        folder.settings().forEach((name, value) -> all.addAll(List.of("--set", name + "=" + value)));
        all.addAll(List.of("--set", "dashscope.base-url=" + cloud.baseUrl()));
        all.addAll(List.of("--set", "dashscope.api-key-file=" + key));
        all.addAll(List.of("--set", "shuttle.locale=en"));
        all.addAll(List.of(args));
        return ShuttleCommand.execute(new PrintWriter(said, true), all.toArray(String[]::new));
    }
}
