package dev.shuttle.app;

import dev.shuttle.camel.BrokerLink;
import dev.shuttle.ops.doctor.DoctorContext;
import dev.shuttle.ops.doctor.ProgramClient;
import dev.shuttle.ops.doctor.Records;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.provider.Account;
import dev.shuttle.provider.Providers;
import dev.shuttle.provider.ResultPicture;
import dev.shuttle.provider.Sleeper;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.TaskStatus;
import dev.shuttle.provider.Wire;
import dev.shuttle.settings.Broker;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;

/**
 * The program's client for an examination: the program's Camel with the two files of routes that speak to DashScope, and no other part of
 * it. Started at its first use; each call is made once.
 */
public final class DoctorClient implements ProgramClient, AutoCloseable {
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(5);

    private final Settings settings;
    private final Configuration configuration;
    private final Wire.Watch watch;
    private @Nullable Main main;
    private @Nullable CloudClient client;

    /** @param records get each exchange */
    public DoctorClient(Settings settings, Configuration configuration, Records records) {
        this.settings = settings;
        this.configuration = configuration;
        this.watch = records.watch(InstantSource.system());
    }

    @Override
    public Wire wire() {
        return started().wire();
    }

    @Override
    public SubmitAnswer submit(Submission submission) {
        return through("direct:dashscope-submit", submission, SubmitAnswer.class);
    }

    @Override
    public TaskStatus poll(String taskId) {
        return through("direct:dashscope-task", taskId, TaskStatus.class);
    }

    @Override
    public ResultPicture download(String url) {
        return started().providers().named(Providers.USUAL).download(url);
    }

    /** The routes make every failure an answer; what is none of these is a fault in their files. */
    private <T> T through(String route, Object body, Class<T> answer) {
        CamelContext context = started().context();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            Exchange done =
                    template.send(route, exchange -> exchange.getMessage().setBody(body));
            if (done.getException() != null) {
                throw StartException.because(done.getException());
            }
            if (answer.isInstance(done.getMessage().getBody())) {
                return answer.cast(done.getMessage().getBody());
            }
            throw new StartException(
                    route + " gives no answer", "compare routes/31-dashscope.camel.yaml with the one shipped");
        } catch (IOException e) {
            throw StartException.because(e);
        }
    }

    private CloudClient started() {
        CloudClient open = client;
        return open == null ? start() : open;
    }

    private CloudClient start() {
        Path routes = settings.folders().routes().folder();
        String files = "file:" + routes + "/31-dashscope.camel.yaml,file:" + routes + "/34-http.camel.yaml";
        Main starting = CamelMain.of("shuttle-doctor", files, Placeholders.of(settings, configuration), this::bindTo);
        main = starting;
        starting.configure().withJmxEnabled(false);
        try {
            starting.start();
        } catch (Exception e) {
            throw StartException.because(e);
        }
        return Objects.requireNonNull(client);
    }

    private void bindTo(CamelContext context) {
        client = CloudClient.bindTo(
                context,
                Map.of(Providers.USUAL, account().withoutRepeats()),
                CloudClient::limiter,
                CircuitBreaker::ofDefaults,
                Map::of,
                watch,
                new Shutdown(),
                InstantSource.system(),
                new SteadyClock(),
                RandomGenerator.getDefault());
    }

    private Account account() {
        return Objects.requireNonNull(CloudWiring.accounts(settings).get(Providers.USUAL), "account");
    }

    /** What the checks look at, with this client. */
    public DoctorContext context(Map<String, String> environment, DoctorContext.Wishes wishes) {
        Broker broker = settings.broker();
        return new DoctorContext(
                settings,
                configuration,
                CloudWiring.dashScope(settings.cloud()),
                this,
                proxy(),
                broker == null ? null : () -> BrokerLink.delays(broker, BROKER_PATIENCE),
                () -> RouteFaults.in(settings.folders().routes().folder()),
                environment,
                wishes,
                InstantSource.system(),
                Sleeper.REAL);
    }

    /** {@code host:port} of the proxy that Camel's client is told to go by; null: none. */
    private @Nullable String proxy() {
        Map<String, String> values = configuration.placeholders();
        String prefix = "camel.component." + settings.cloud().baseUrl().getScheme() + ".";
        String host = first(values, prefix + "proxy-host", prefix + "proxyHost");
        String port = first(values, prefix + "proxy-port", prefix + "proxyPort");
        return host == null ? null : host + ":" + (port == null ? "80" : port);
    }

    private static @Nullable String first(Map<String, String> values, String one, String other) {
        String value = values.get(one);
        return value == null ? values.get(other) : value;
    }

    @Override
    public void close() {
        if (main != null) {
            main.stop();
        }
        if (client != null) {
            client.wire().close();
        }
    }
}
