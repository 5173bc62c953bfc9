package dev.shuttle.camel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Ending;
import dev.shuttle.emulator.http.Listener;
import dev.shuttle.emulator.http.Request;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The route {@code http} as it is, over real sockets, against servers that misbehave. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
class WireFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final byte[] JSON = "{\"output\":{}}".repeat(50).getBytes(UTF_8);

    private final List<Request> asked = new CopyOnWriteArrayList<>();
    private volatile Answer answer = Answer.of(200, "application/json", JSON);
    private Listener server;
    private DefaultCamelContext context;
    private CamelWire wire;

    private final Shutdown shutdown = new Shutdown();

    @BeforeEach
    void start() throws Exception {
        server = Listener.start(0, request -> {
            asked.add(request);
            return answer;
        });
        wire = wire(UnaryOperator.identity());
    }

    @AfterEach
    void stop() {
        context.stop();
        wire.close();
        server.close();
    }

    private CamelWire wire(UnaryOperator<String> edited) throws Exception {
        context = new DefaultCamelContext();
        context.getRegistry().bind("noErrorHandler", new NoErrorHandlerDefinition());
        context.getPropertiesComponent().addInitialProperty("dashscope.base-url", root());
        for (String name : List.of("http", "https")) {
            HttpComponent component = context.getComponent(name, HttpComponent.class);
            component.setAutomaticRetriesDisabled(true);
            component.setCookieManagementDisabled(true);
            component.setConnectionsPerRoute(2);
        }
        CamelWire made = new CamelWire(context, Map::of, Wire.Watch.NONE, shutdown);
        made.bind();
        String route = edited.apply(Files.readString(Path.of("routes/34-http.camel.yaml")));
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("http.camel.yaml", route));
        context.start();
        return made;
    }

    private String root() {
        return "http://127.0.0.1:" + server.port();
    }

    private WireRequest get(Duration timeout) {
        return new WireRequest("GET", URI.create(root() + "/a?b=%2Fc"), Map.of(), null, 1_000_000, timeout);
    }

    private WireRequest post(byte[] body) {
        return new WireRequest("POST", URI.create(root() + "/a"), Map.of(), body, 1_000_000, SOON);
    }

    private void assertThatTheNextCallWorks() throws IOException {
        answer = Answer.of(200, "application/json", JSON);
        for (int call = 0; call < 3; call++) {
            assertThat(wire.exchange(get(LATE)).body()).isEqualTo(JSON);
        }
        assertThat(wire.condition().used()).isZero();
        assertThat(wire.condition().overdue()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"HANGING", "HANGING_IN_HEADERS", "HANGING_IN_BODY", "DRIPPING", "DRIPPING_BODY"})
    void whatHangsOrDripsIsCutOffAtTheDeadlineOfTheWholeExchange(Ending ending) throws IOException {
        answer = answer.ending(ending);

        for (WireRequest request : List.of(get(SOON), post(JSON), get(SOON))) {
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> wire.exchange(request))
                    .withMessageContaining("no whole answer within 1 s");
        }
        assertThatTheNextCallWorks();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"ENDLESS", "PADDED", "ZIPPED"})
    void aBodyIsReadToItsLimitWhateverItWasSaidToBe(Ending ending) throws IOException {
        answer = answer.ending(ending, 64L << 20);

        assertThatExceptionOfType(Wire.AnswerTooLarge.class).isThrownBy(() -> wire.exchange(get(LATE)));
        assertThatTheNextCallWorks();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"ENDLESS_HEADER", "ENDLESS_HEADERS"})
    void headerLinesAreBounded(Ending ending) throws IOException {
        answer = answer.ending(ending);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> wire.exchange(get(LATE)))
                .withMessageContaining("exceeded");
        assertThatTheNextCallWorks();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"RESET", "RESET_MIDWAY", "CLOSED", "TRUNCATED"})
    void whatBreaksOffIsALostAnswerAndNotANeverSentRequest(Ending ending) throws IOException {
        answer = answer.ending(ending);

        assertThatThrownBy(() -> wire.exchange(post(JSON)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ConnectException.class);
        assertThat(asked).hasSize(1);
        assertThatTheNextCallWorks();
    }

    @Test
    void aServerThatDoesNotReadTheRequestIsCutOffToo() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI there = URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/a");
            WireRequest request = new WireRequest("POST", there, Map.of(), new byte[30 << 20], 1000, SOON);

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> wire.exchange(request));
        }
        assertThatTheNextCallWorks();
    }

    @Test
    void aServerThatIsSilentWhileTlsIsAgreedOnWasNeverSentTheRequest() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI there = URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/a");
            WireRequest request = new WireRequest("POST", there, Map.of(), JSON, 1000, SOON);

            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> wire.exchange(request));
        }
        assertThatTheNextCallWorks();
    }

    @Test
    @SuppressWarnings("NullAway") // takes the nullable array of a record's own constructor for one that is not
    void whatComesFastEnoughMayTakeLonger() throws IOException {
        answer = answer.ending(Ending.DRIPPING_BODY).body("{\"a\":3}".getBytes(UTF_8));
        WireRequest patient = get(SOON);
        WireRequest slow = new WireRequest(
                "GET", patient.uri(), Map.of(), patient.body(), patient.maxAnswerBytes(), Duration.ofSeconds(3), 1);

        assertThat(wire.exchange(slow).body()).asString(UTF_8).isEqualTo("{\"a\":3}");
    }

    @Test
    void aStopCutsOffWhatOnlyReadsAndLeavesASubmitToItsDeadline() throws Exception {
        answer = answer.ending(Ending.HANGING);
        CompletableFuture<@Nullable WireAnswer> reading = async(get(LATE));
        CompletableFuture<@Nullable WireAnswer> submitting = async(post(JSON));
        await().until(() -> asked.size() == 2);

        shutdown.begin();

        assertThatThrownBy(() -> reading.get(60, TimeUnit.SECONDS)).hasRootCauseMessage("the program stops");
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> submitting.get(60, TimeUnit.SECONDS))
                .havingCause()
                .withMessageContaining("within 1 s");
    }

    private CompletableFuture<@Nullable WireAnswer> async(WireRequest request) {
        CompletableFuture<@Nullable WireAnswer> future = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                future.complete(wire.exchange(request));
            } catch (IOException e) {
                future.completeExceptionally(cause(e));
            }
        });
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    private static IOException cause(IOException failure) {
        return new IOException(failure.getMessage());
    }

    @Test
    void aPoolThatWasShutDownIsMadeAnew() throws IOException {
        assertThatTheNextCallWorks();

        wire.client().connections().close(CloseMode.IMMEDIATE);

        assertThatTheNextCallWorks();
        assertThat(wire.condition().rebuilt()).isEqualTo(1);
    }

    /** A job asks for its task thousands of times in one exchange. */
    @Test
    void nothingOfAnAnswerStaysWithTheExchangeThatAskedForIt() throws Exception {
        answer = Answer.of(200, "application/json", JSON);
        List<Synchronization> kept = new ArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:poll")
                        .errorHandler(noErrorHandler())
                        .loop(20)
                        .process(exchange -> exchange.getMessage().setBody(get(LATE)))
                        .to("direct:http")
                        .end()
                        .process(exchange -> {
                            Exchange own = new DefaultExchange(context);
                            exchange.getUnitOfWork().handoverSynchronization(own);
                            kept.addAll(Objects.requireNonNullElse(
                                    own.getExchangeExtension().handoverCompletions(), List.of()));
                        });
            }
        });

        try (ProducerTemplate template = context.createProducerTemplate()) {
            assertThat(template.send("direct:poll", exchange -> {}).getException())
                    .isNull();
        }

        assertThat(asked).hasSize(20);
        assertThat(kept).isEmpty();
        assertThatTheNextCallWorks();
    }

    @Test
    void whatIsZippedArrivesUnzipped() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(JSON);
        }
        answer = Answer.of(200, "application/json", zipped.toByteArray()).with("Content-Encoding", "gzip");

        assertThat(wire.exchange(get(LATE)).body()).isEqualTo(JSON);
        assertThatTheNextCallWorks();
    }

    @Test
    void anAnswersHeadersAreItsOwn() throws IOException {
        WireRequest request =
                new WireRequest("GET", URI.create(root()), Map.of("Authorization", "Bearer x"), null, 1000, LATE);

        assertThat(wire.exchange(request).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void theAddressGoesOutAsItIsWritten() throws IOException {
        wire.exchange(get(LATE));

        assertThat(asked.get(0).path() + "?" + asked.get(0).query()).isEqualTo("/a?b=%2Fc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a#?b", "/a?b#c", "/a#@elsewhere/"})
    void anAddressWithAFragmentIsNotSent(String path) {
        WireRequest request = new WireRequest("GET", URI.create(root() + path), Map.of(), null, 1000, LATE);

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> wire.exchange(request))
                .withMessageContaining("address");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:{{port}}/a", "http://127.0.0.1:{{port}}/b", "http://127.0.0.1:1/a"})
    void whateverARouteOrAPlaceholderMakesOfTheAddressIsNotSent(String other) throws Exception {
        stop();
        server = Listener.start(0, request -> {
            asked.add(request);
            return answer;
        });
        String changed = "- setHeader: { name: CamelHttpUri, constant: \""
                + other.replace("{{port}}", String.valueOf(server.port())) + "\" }\n        - to:\n";
        wire = wire(route -> route.replace("- to:\n", changed));

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> wire.exchange(get(LATE)))
                .withMessageContaining("nothing was sent");
        assertThat(asked).isEmpty();
    }

    @Test
    void whereARouteHasNotOurClientTheLimitStillHoldsAndAFailureIsNotTakenForNeverSent() throws Exception {
        stop();
        server = Listener.start(0, request -> answer);
        wire = wire(route -> route.replace("httpClientConfigurer: \"#wireClient\"", "connectionClose: true"));

        answer = answer.body(new byte[2_000_000]);
        assertThatExceptionOfType(Wire.AnswerTooLarge.class).isThrownBy(() -> wire.exchange(get(LATE)));

        answer = answer.ending(Ending.CLOSED);
        assertThatThrownBy(() -> wire.exchange(post(JSON))).isNotInstanceOf(ConnectException.class);
    }
}
