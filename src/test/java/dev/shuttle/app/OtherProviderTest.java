package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.report.Report;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.TestCloud;
import dev.shuttle.settings.SettingsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider that is only a jar on the class path, beside DashScope. */
final class OtherProviderTest {
    private static final String KEY = "stripes-key-0123456789";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = "{\"picture\":\"" + Base64.getEncoder().encodeToString(Pictures.png(5)) + "\"}";

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/stripes", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String said = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + said);
        if (status == 0) {
            exchange.close();
            return;
        }
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Report made(String models, Map<String, String> cloud) {
        try (Rig rig = Rig.startIn(root, set(models, Map.of()), environment(cloud))) {
            return rig.drop("牡丹.png", Pictures.png(5)).report();
        }
    }

    private static Map<String, String> environment(Map<String, String> cloud) {
        Map<String, String> environment = new HashMap<>(cloud);
        environment.put("STRIPES_API_KEY", KEY);
        return environment;
    }

    private Map<String, String> set(String models, Map<String, String> more) {
        Map<String, String> set = new HashMap<>(more);
        set.put("shuttle.models", models);
        set.put("stripes.base-url", "http://127.0.0.1:" + server.getAddress().getPort());
        set.put("stripes.retries", "0");
        set.put("stripes.width", "4");
        return set;
    }

    @Test
    void itsPictureComesWithTheAnswer() throws IOException {
        Report report = made("stripes:wide", Map.of());

        assertThat(report.path()).isEqualTo(Road.CLOUD);
        assertThat(Objects.requireNonNull(report.cloud()).model()).isEqualTo("stripes:wide");
        assertThat(asked).singleElement().asString().startsWith("Bearer " + KEY).contains("\"stripes\":4");
        assertThat(Files.readString(root.resolve("outbox/index.html"))).doesNotContain(KEY);
    }

    @Test
    void whereItIsAwayTheNextProviderIsAsked() throws IOException {
        status = 429;
        body = "{\"wrong\":\"busy\"}";
        try (Emulator cloud = TestCloud.start()) {
            Report report = made("stripes:wide,dashscope:wanx2.1-imageedit", Rig.environment(cloud));

            assertThat(report.path()).isEqualTo(Road.EMULATED);
            assertThat(Objects.requireNonNull(report.cloud()).model()).isEqualTo("wanx2.1-imageedit");
            assertThat(Objects.requireNonNull(report.cloud()).attempts())
                    .extracting(Attempt::model, Attempt::code)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("stripes:wide", "busy"));
            assertThat(cloud.ledger().accepted()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatIsLostIsNeitherAskedForAgainNorMadeByAnother() throws IOException {
        status = 0;
        try (Emulator cloud = TestCloud.start()) {
            Report report = made("stripes:wide,wanx2.1-imageedit", Rig.environment(cloud));

            assertThat(report.path()).isEqualTo(Road.LOCAL);
            assertThat(report.reason()).isEqualTo("SUBMIT_UNCERTAIN");
            assertThat(asked).hasSize(1);
            assertThat(cloud.ledger().accepted()).isZero();
        }
    }

    @Test
    void lostAnswersOpenItsBreakerAndTheNextProviderIsAsked() throws IOException {
        status = 0;
        try (Emulator cloud = TestCloud.start();
                Rig rig = Rig.startIn(
                        root,
                        set(
                                "stripes:wide,wanx2.1-imageedit",
                                Map.of(
                                        "stripes.breaker.minimum-number-of-calls",
                                        "1",
                                        "stripes.breaker.wait-duration-in-open-state",
                                        "1h")),
                        environment(Rig.environment(cloud)))) {
            rig.drop("牡丹.png", Pictures.png(5)).report();
            List<Report> both = rig.drop("芍药.png", Pictures.png(6)).reports(2);

            assertThat(both).extracting(Report::path).containsExactlyInAnyOrder(Road.LOCAL, Road.EMULATED);
            assertThat(asked).hasSize(1);
        }
    }

    @Test
    void aModelWithoutAKeyIsPassedOver() throws IOException {
        status = 404;
        body = "{\"wrong\":\"unknown\"}";
        Report report = made("stripes:wide,wanx2.1-imageedit", Map.of());

        assertThat(report.path()).isEqualTo(Road.LOCAL);
        assertThat(Objects.requireNonNull(report.cloud()).attempts())
                .extracting(Attempt::model)
                .containsExactly("stripes:wide");
    }

    @ParameterizedTest
    @CsvSource({
        "shuttle.models, 'wanx2.1-imageedit,acme:wide', acme.base-url",
        "openai.dialect, spoken, openai.dialect",
        "openai.result-hosts, 'http:/wrong:x', openai.result-hosts"
    })
    void aValueThatNobodyKnowsEndsTheStartAndItsKeyIsNamed(String key, String value, String named) {
        Map<String, String> set = Map.of(key, value);

        assertThatThrownBy(() -> Rig.startIn(root, set, Map.of()).close())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(named);
    }

    @Test
    void whatCostsNothingIsAskedForAgain() {
        status = 0;
        Report report = made("stripes:own-server", Map.of());

        assertThat(report.path()).isEqualTo(Road.LOCAL);
        assertThat(asked).hasSize(3);
    }
}
