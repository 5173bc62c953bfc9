package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.report.Report;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.TestCloud;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and their tools see of the real program, and what nobody sees. */
class OperationsTest {
    private static final String PASSWORD = "warp-and-weft-1";
    private static final String VIEWERS = "only-looking-22";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private final Emulator cloud = TestCloud.start();

    @SuppressWarnings("NullAway.Init")
    private Rig rig;

    @BeforeEach
    void serve() {
        Map<String, String> environment = new HashMap<>(Rig.environment(cloud));
        environment.put("SHUTTLE_HAWTIO_PASSWORD", PASSWORD);
        environment.put("SHUTTLE_HAWTIO_VIEWER_PASSWORD", VIEWERS);
        rig = Rig.serving(
                root,
                environment,
                Map.of(
                        "shuttle.management.port", "1",
                        "shuttle.hawtio.viewer", "guest",
                        "dashscope.breaker.wait-duration-in-open-state", "1h"));
    }

    @AfterEach
    void close() {
        rig.close();
        cloud.close();
    }

    @Test
    void whereAllIsWellHealthIsUp() {
        HttpResponse<byte[]> health = operators().get("/observe/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(Http.json(health).path("status").asText()).isEqualTo("UP");
        assertThat(Http.json(health).path("checks").findValuesAsText("name")).contains("journal", "outbox", "work");
        assertThat(operators().get("/observe/health/live").statusCode()).isEqualTo(200);
        assertThat(operators().get("/observe/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void anArrearOpensTheBreakerInHealthMetricsAndMBeans() {
        cloud.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("Arrearage"));

        rig.drop("peony.png", Pictures.png(1)).report();

        JsonNode health = operators().json("/observe/health/ready");
        assertThat(health.path("status").asText()).isEqualTo("DEGRADED");
        assertThat(metrics())
                .contains("resilience4j_circuitbreaker_state{name=\"dashscope\",state=\"open\"} 1.0")
                .contains("shuttle_cloud_failures_total{code=\"Arrearage\",model=\"wanx2.1-imageedit\"} 1.0")
                .contains("shuttle_jobs_total{path=\"local\",state=\"DONE\"} 1.0");
        assertThat(read("shuttle:type=Cloud").path("BreakerState").asText()).isEqualTo("OPEN");
    }

    @Test
    void aPictureOfTheCloudIsCountedWithItsCallsAndStages() {
        rig.drop("peony.png", Pictures.png(2)).report();

        assertThat(metrics())
                .contains("shuttle_cloud_images_total{model=\"wanx2.1-imageedit\"} 1.0")
                .contains("shuttle_cloud_calls_seconds_count{call=\"submit\",status=\"200\"} 1")
                .contains("shuttle_stage_seconds_count{stage=\"convert\"} 1")
                .contains("camel_exchanges_total");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alerts", "Cloud", "Intake", "Jobs", "Nodes"})
    void anMBeanDescribesItsAttributesOperationsAndParameters(String type) throws JMException {
        MBeanInfo info =
                ManagementFactory.getPlatformMBeanServer().getMBeanInfo(new ObjectName("shuttle:type=" + type));
        List<MBeanFeatureInfo> features = new ArrayList<>(List.of(info.getAttributes()));
        for (MBeanOperationInfo operation : info.getOperations()) {
            features.add(operation);
            features.addAll(List.of(operation.getSignature()));
        }

        assertThat(info.getDescription()).contains(" ");
        assertThat(features)
                .isNotEmpty()
                .allSatisfy(feature -> assertThat(feature.getDescription())
                        .as(feature.getName())
                        .contains(" ")
                        .doesNotContain("exposed for management"));
    }

    @Test
    void anOperationsParameterHasAName() throws JMException {
        MBeanInfo info = ManagementFactory.getPlatformMBeanServer().getMBeanInfo(new ObjectName("shuttle:type=Jobs"));

        assertThat(info.getOperations())
                .extracting(MBeanOperationInfo::getName)
                .containsExactlyInAnyOrder("retry", "cancel");
        assertThat(info.getOperations())
                .allSatisfy(operation -> assertThat(operation.getSignature())
                        .extracting(MBeanParameterInfo::getName, MBeanParameterInfo::getType)
                        .containsExactly(tuple("id", "java.lang.String")));
    }

    @Test
    void theOperatorPausesTheIntakeAndResumesIt() {
        exec("shuttle", PASSWORD, "shuttle:type=Intake", "pause()");
        assertThat(rig.isStarted("inbox")).isFalse();
        assertThat(read("shuttle:type=Intake").path("Paused").asBoolean()).isTrue();

        exec("shuttle", PASSWORD, "shuttle:type=Intake", "resume()");
        assertThat(rig.isStarted("inbox")).isTrue();
        assertThat(rig.isStarted("sftp")).as("no server is set").isFalse();
    }

    @Test
    void theOperatorHasAnEndedJobDoneAgain() {
        rig.drop("notes.png", "no picture".getBytes(StandardCharsets.UTF_8));
        String first = rig.report().job();

        JsonNode answer = exec("shuttle", PASSWORD, "shuttle:type=Jobs", "retry(java.lang.String)", first);

        assertThat(answer.path("value").asText()).isNotEmpty().isNotEqualTo(first);
        assertThat(rig.reports(2))
                .extracting(Report::job)
                .contains(answer.path("value").asText());
    }

    @Test
    void whoMayOnlyLookStopsNothing() {
        JsonNode answer = exec("guest", VIEWERS, "shuttle:type=Intake", "pause()");

        assertThat(answer.path("status").asInt()).isEqualTo(403);
        assertThat(rig.isStarted("inbox")).isTrue();
    }

    @Test
    void noOperationBringsRoutesOrMessagesIn() {
        JsonNode answer = exec(
                "shuttle",
                PASSWORD,
                "org.apache.camel:context=shuttle,name=\"shuttle\",type=context",
                "sendStringBody(java.lang.String,java.lang.String)",
                "file:" + root,
                "x");

        assertThat(answer.path("status").asInt()).isEqualTo(403);
    }

    @Test
    void withoutAPasswordNothingIsReadThere() {
        assertThat(operators().get("/hawtio/jolokia/read/shuttle:type=Cloud").statusCode())
                .isEqualTo(403);
    }

    @Test
    void noSecretIsInAnyMBeanMetricOrCheck() {
        rig.drop("notes.png", "no picture".getBytes(StandardCharsets.UTF_8)).report();
        StringBuilder everything = new StringBuilder(metrics());
        everything.append(text(operators().get("/observe/health")));
        for (javax.management.ObjectName name :
                ManagementFactory.getPlatformMBeanServer().queryNames(null, null)) {
            everything.append(read(name.getCanonicalName()));
        }
        everything.append(exec(
                "shuttle",
                PASSWORD,
                "org.apache.camel:context=shuttle,name=\"shuttle\",type=context",
                "dumpRoutesAsXml(boolean)",
                true));

        assertThat(everything.toString())
                .contains("direct:publish")
                .contains("BreakerState")
                .doesNotContain(dev.shuttle.emulator.EmulatorSettings.DEFAULT_KEY)
                .doesNotContain(PASSWORD)
                .doesNotContain(VIEWERS);
    }

    @Test
    void afterTheStopItsMBeansAreGone() {
        rig.close();

        assertThat(java.lang.management.ManagementFactory.getPlatformMBeanServer().queryNames(null, null).stream()
                        .map(javax.management.ObjectName::getDomain))
                .doesNotContain("shuttle");
    }

    private Http operators() {
        return rig.operators();
    }

    private String metrics() {
        // The last stage is counted right after its job shows in the outbox.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> text(operators().get("/observe/metrics")).contains("shuttle_jobs_total"));
        return text(operators().get("/observe/metrics"));
    }

    private JsonNode read(String mbean) {
        return jolokia("shuttle", PASSWORD, Map.of("type", "read", "mbean", mbean, "ignoreErrors", "true"))
                .path("value");
    }

    private JsonNode exec(String user, String password, String mbean, String operation, Object... arguments) {
        return jolokia(
                user,
                password,
                Map.of("type", "exec", "mbean", mbean, "operation", operation, "arguments", List.of(arguments)));
    }

    private JsonNode jolokia(String user, String password, Map<String, Object> request) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return Http.json(operators()
                .send(operators()
                        .to("/hawtio/jolokia/")
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(dev.shuttle.report.outcome.Json.bytes(request)))));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
