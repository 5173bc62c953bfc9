package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Receiver;
import dev.shuttle.rig.Receiver.Manner;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.TestCloud;
import dev.shuttle.rig.Told;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The emulator's outages as operators meet them: in health, metrics, MBeans and at a real webhook. */
class AlertTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private final Emulator cloud = TestCloud.start();
    private final Receiver receiver = new Receiver();

    @SuppressWarnings("NullAway.Init")
    private Rig rig;

    private Rig serve(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Rig.environment(cloud));
        environment.put("SHUTTLE_ALERT_WEBHOOK", receiver.address());
        Map<String, String> settings = new HashMap<>(Map.of(
                "shuttle.management.port", "1",
                "shuttle.locale", "en",
                "shuttle.alert.gather", "500ms",
                "shuttle.preset", "pixel_art",
                "dashscope.retries", "0",
                "dashscope.submit-rate", "100/s",
                "dashscope.models", "wanx2.1-imageedit",
                "dashscope.breaker.minimum-number-of-calls", "2",
                "dashscope.breaker.wait-duration-in-open-state", "1h"));
        settings.putAll(more);
        rig = Rig.serving(root, environment, settings);
        return rig;
    }

    @AfterEach
    void close() {
        receiver.close();
        if (rig != null) {
            rig.close();
        }
        cloud.close();
    }

    private void drop(int count) {
        for (int i = 0; i < count; i++) {
            rig.drop("p" + i + ".png.yaml", "outputs: [png]".getBytes(StandardCharsets.UTF_8));
            rig.drop("p" + i + ".png", Pictures.png(i));
        }
        rig.reports(count);
    }

    private void posted(String... events) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.events()).containsExactly(events));
    }

    private JsonNode body(int number) {
        return receiver.posts().get(number).body();
    }

    private String metrics() {
        return new String(rig.operators().get("/observe/metrics").body(), StandardCharsets.UTF_8);
    }

    private String health() {
        return rig.operators().json("/observe/health").path("status").asText();
    }

    private static Object bean(String type, String attribute) throws JMException {
        return ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName("shuttle:type=" + type), attribute);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "Arrearage, ACCOUNT_REFUSED",
        "InvalidApiKey, ACCOUNT_REFUSED",
        "AllocationQuota.FreeTierOnly, QUOTA_EXHAUSTED"
    })
    void aRefusedAccountIsOneMessageHoweverManyPictures(String code, String event) throws JMException {
        cloud.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with(code));
        serve(Map.of());

        drop(4);

        posted(event);
        assertThat(body(0).path("code").asText()).isEqualTo(code);
        assertThat(body(0).path("hint").asText()).isNotBlank();
        assertThat(health()).isEqualTo("DEGRADED");
        assertThat(bean("Cloud", "BreakerState")).isEqualTo("OPEN");
        assertThat((Object[]) bean("Alerts", "Raised")).hasSize(1);
        assertThat(metrics())
                .contains("resilience4j_circuitbreaker_state{name=\"dashscope\",state=\"open\"} 1.0")
                .contains("shuttle_cloud_failures_total{code=\"" + code + "\"")
                .contains("shuttle_alerts_total{event=\"" + event + "\",recovered=\"false\"} 1.0");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "InternalError, 500",
        "Throttling.RateQuota, 429",
        "ModelUnavailable, 503"
    })
    void aStormOpensTheBreakerAndItsEndClosesIt(String code, String status) throws JMException {
        cloud.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with(code));
        serve(Map.of("dashscope.breaker.wait-duration-in-open-state", "1s"));
        drop(3);
        posted("BREAKER_OPEN");
        assertThat(metrics()).contains("shuttle_cloud_calls_seconds_count{call=\"submit\",status=\"" + status + "\"}");

        cloud.faults().clear();
        await().atMost(PATIENCE).until(() -> bean("Cloud", "BreakerState").equals("HALF_OPEN"));
        rig.drop("good.png", Pictures.png(9)).reports(4);

        posted("BREAKER_OPEN", "+BREAKER_OPEN");
        assertThat(health()).isEqualTo("UP");
        assertThat(bean("Cloud", "BreakerState")).isEqualTo("CLOSED");
        assertThat((Object[]) bean("Alerts", "Raised")).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerOpensTheBreakerToo() throws JMException {
        cloud.faults().add(When.every(Call.SUBMIT), new Fault.Reset());
        serve(Map.of());

        drop(2);

        posted("BREAKER_OPEN");
        assertThat(metrics()).contains("shuttle_cloud_calls_seconds_count{call=\"submit\",status=\"none\"}");
        assertThat(health()).isEqualTo("DEGRADED");
    }

    @Test
    void refusedPicturesAreNoNews() throws JMException {
        cloud.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("DataInspectionFailed"));
        serve(Map.of());

        drop(3);
        ring();

        posted("TEST");
        assertThat(health()).isEqualTo("UP");
    }

    @Test
    void failedJobsAreOneMessageWithWhereTheyLie() {
        cloud.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("DataInspectionFailed"));
        serve(Map.of("shuttle.fallback", "fail", "shuttle.alert.gather", "1s"));

        drop(3);

        posted("JOBS_FAILED");
        assertThat(body(0).path("count").asInt()).isEqualTo(3);
        assertThat(body(0).at("/codes/DataInspectionFailed").asInt()).isEqualTo(3);
        assertThat(body(0).path("jobs").findValuesAsText("file"))
                .containsExactlyInAnyOrder("p0.png", "p1.png", "p2.png");
        assertThat(body(0).path("message").asText())
                .contains(rig.folder().outbox().resolve("failed").toString());
    }

    @Test
    void aDiskThatIsNearlyFullIsToldAndHealthIsDown() {
        serve(Map.of("shuttle.management.room-low", "900000000GB"));

        posted("DISK_LOW");
        assertThat(health()).isEqualTo("DOWN");
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "REDIRECTS", "CLOSES", "REFUSES"})
    void whatIsNotTakenIsPostedAgainAndTheOutageLoggedOnce(Manner manner) throws JMException {
        receiver.manner(manner);
        serve(Map.of());
        try (Told log = new Told()) {
            ring();
            await().atMost(PATIENCE).until(() -> receiver.posts().size() >= 2);
            receiver.manner(Manner.TAKES);
            await().atMost(PATIENCE).until(() -> bean("Alerts", "Waiting").equals(0));

            assertThat(receiver.events()).containsOnly("TEST");
            assertThat(receiver.posts())
                    .allSatisfy(post -> assertThat(post.uri().getPath()).isEqualTo("/hook/path-token"));
            assertThat(log.lines()).filteredOn(line -> line.contains("webhook")).hasSize(2);
            assertThat(String.join("\n", log.lines())).doesNotContain("-token");
        }
        assertThat(bean("Alerts", "Lost")).isEqualTo(0L);
    }

    @Test
    void aWebhookThatHangsHoldsUpNoJobAndNoStop() throws JMException {
        receiver.manner(Manner.HANGS);
        serve(Map.of());
        ring();
        await().atMost(PATIENCE).until(() -> receiver.posts().size() == 1);

        drop(1);
        long before = System.nanoTime();
        rig.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(9));
    }

    @Test
    void anAlertIsNotLostByAStopThatComesAtOnce() {
        cloud.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("Arrearage"));
        serve(Map.of("shuttle.fallback", "fail", "shuttle.alert.gather", "1h"));
        drop(1);

        rig.close();

        assertThat(receiver.events()).containsExactlyInAnyOrder("ACCOUNT_REFUSED", "JOBS_FAILED");
    }

    @Test
    void theTokenIsInTheRequestAndNowhereElse() throws Exception {
        serve(Map.of());
        ring();
        posted("TEST");

        assertThat(receiver.posts().get(0).uri()).hasToString("/hook/path-token?key=query-token");
        assertThat(receiver.posts().get(0).type()).startsWith("application/json");
        StringBuilder seen = new StringBuilder(metrics());
        seen.append(new String(rig.operators().get("/observe/health").body(), StandardCharsets.UTF_8));
        rig.program().context().getEndpoints().forEach(endpoint -> seen.append(endpoint.getEndpointUri()));
        var server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            for (var attribute : server.getMBeanInfo(name).getAttributes()) {
                if (attribute.isReadable() && attribute.getType().equals("java.lang.String")) {
                    seen.append(server.getAttribute(name, attribute.getName()));
                }
            }
        }
        assertThat(seen.toString()).contains("direct://alert-webhook").doesNotContain("-token");
    }

    @Test
    void aWebhookOnTheCommandLineIsRefused() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Rig.start(root, null, Map.of("shuttle.alert.webhook", receiver.address()))))
                .hasMessageContaining("a secret on the command line");
    }

    private static void ring() throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName("shuttle:type=Alerts"), "test", new Object[0], new String[0]);
    }
}
