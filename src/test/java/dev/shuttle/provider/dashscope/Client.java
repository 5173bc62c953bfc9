package dev.shuttle.provider.dashscope;

import dev.shuttle.provider.CloudPicture;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.MovedClock;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.SubmitIntent;
import dev.shuttle.provider.TaskStatus;
import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireRequest;
import dev.shuttle.rig.RouteRig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The product's defaults and a key, to be changed where a test needs it; then a client with a clock that waiting moves. */
final class Client {
    static final String KEY = "sk-0123456789abcdef0123456789abcdef";
    static final Instant NOON = Instant.parse("2026-01-15T04:00:00Z");

    private static final Map<DashScope, Wire> WIRES = new ConcurrentHashMap<>();

    final MovedClock clock = new MovedClock(NOON);
    String key = KEY;
    URI baseUrl;

    @Nullable
    String workspace;

    List<String> models = List.of("wanx2.1-imageedit", "wan2.5-i2i-preview");
    String function = "description_edit";
    String prompt = "改成织锦图案";
    double strength = 0.5;
    int seed = 42;
    Duration requestTimeout = Duration.ofSeconds(10);
    Duration connectTimeout = Duration.ofSeconds(10);
    int retries = 3;
    Duration retryBackoff = Duration.ofSeconds(1);
    Duration pollInitial = Duration.ofSeconds(1);
    Duration pollMax = Duration.ofSeconds(10);
    Duration deadline = Duration.ofMinutes(5);
    double submitRate = 1000;
    double pollRate = 1000;
    List<String> resultHosts = List.of("*.aliyuncs.com", "http://127.0.0.1:*");
    long maxResultSize = 1_000_000;

    Client(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    DashScopeSettings settings() {
        return new DashScopeSettings(
                baseUrl,
                () -> key,
                workspace,
                models,
                function,
                prompt,
                strength,
                seed,
                requestTimeout,
                connectTimeout,
                retries,
                retryBackoff,
                Duration.ofSeconds(30),
                pollInitial,
                pollMax,
                deadline,
                Duration.ofSeconds(5),
                submitRate,
                pollRate,
                resultHosts,
                maxResultSize);
    }

    DashScope over(Wire wire) {
        var limiter = new Limiter("dashscope", submitRate, pollRate, Duration.ofSeconds(10));
        var client = new DashScope(settings(), wire, limiter, clock, new Random(7), clock);
        WIRES.put(client, wire);
        return client;
    }

    DashScope build() {
        return over(new JdkWire());
    }

    static Client of(LoopbackService service) {
        return new Client(service.base());
    }

    static CloudPicture picture(String model) {
        return CloudPicture.of(new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB), Models.named(model));
    }

    static Submission submission(String model) {
        return new Submission(
                Models.named(model),
                "description_edit",
                "改成织锦图案",
                "",
                0.5,
                42,
                picture(model).asDataUrl());
    }

    static SubmitIntent intent(String model) {
        return intent("job", model, NOON);
    }

    /** One whose only try broke off as soon as it began. */
    static SubmitIntent intent(String owner, String model, Instant at) {
        return new SubmitIntent(owner, model, at, at, at);
    }

    /** One exchange, through the shipped route. */
    static SubmitAnswer submit(DashScope client, String model) {
        try (RouteRig rig = routes(client)) {
            return rig.send("dashscope-submit", submission(model), SubmitAnswer.class);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Asks for a task once, through the shipped route. */
    static TaskStatus poll(DashScope client, String taskId) {
        try (RouteRig rig = routes(client)) {
            return rig.send("dashscope-task", taskId, TaskStatus.class);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The routes that know DashScope, round this client and its wire. */
    static RouteRig routes(DashScope client) throws Exception {
        Wire wire = WIRES.getOrDefault(client, new JdkWire());
        return new RouteRig(
                        Map.of(
                                "dashscope",
                                client,
                                "dashscopeJson",
                                DashScopeJson.mapper(),
                                "dashscopeBreaker",
                                CircuitBreaker.ofDefaults("dashscope")),
                        List.of("31-dashscope"),
                        Map.of(
                                "http",
                                exchange -> exchange.getMessage()
                                        .setBody(wire.exchange(
                                                exchange.getMessage().getMandatoryBody(WireRequest.class)))))
                .start();
    }
}
