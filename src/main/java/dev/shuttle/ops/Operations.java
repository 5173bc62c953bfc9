package dev.shuttle.ops;

import dev.shuttle.ops.alert.Alerting;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.KnownNode;
import dev.shuttle.pipeline.job.Nodes;
import dev.shuttle.pipeline.store.Store;
import dev.shuttle.settings.Settings;
import dev.shuttle.web.server.Answer;
import dev.shuttle.web.server.Router;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.health.HealthCheckRegistry;
import org.jspecify.annotations.Nullable;

/** Connects what operators see and do with the program's parts. */
public final class Operations implements AutoCloseable {
    private static final Set<String> OPEN = Set.of("ADMITTED", "SUBMITTING", "SUBMITTED", "RUNNING", "CONVERTING");
    private static final Set<String> ENDED = Set.of("DONE", "REJECTED", "FAILED");

    private final Settings settings;
    private final long room;
    private final Journal journal;
    private final CircuitBreaker breaker;
    private final Metrics metrics;
    private final MBeans beans = new MBeans();
    private @Nullable Supplier<HealthChecks.ClientCondition> client;
    private @Nullable Store store;
    private @Nullable Nodes nodes;
    private Consumer<Boolean> pause = isPaused -> {};

    /**
     * Looks at these.
     *
     * @param room bytes that should be free on the disks
     */
    public Operations(Settings settings, long room, Journal journal, CircuitBreaker breaker, Metrics metrics) {
        this.settings = settings;
        this.room = room;
        this.journal = journal;
        this.breaker = breaker;
        this.metrics = metrics;
    }

    /** How uploads and the taking over of other nodes' jobs are stopped, and begun again. To be said before {@link #bindTo}. */
    public void pauses(Consumer<Boolean> how) {
        this.pause = how;
    }

    /** Nodes that share the journal can be asked for something. To be said before {@link #bindTo}. */
    public void watch(Nodes all) {
        this.nodes = all;
    }

    /** The store is looked at, too. */
    public void watch(Store handedOnBy) {
        this.store = handedOnBy;
    }

    /**
     * Before the routes start: what they are measured by, and our MBeans.
     *
     * @param retry takes an ended job's original up again and gives the new job's id
     */
    public void bindTo(CamelContext context, Function<Job, String> retry) {
        MicrometerRoutePolicyFactory routes = new MicrometerRoutePolicyFactory();
        routes.setMeterRegistry(metrics.registry());
        context.addRoutePolicyFactory(routes);
        measure(context);
        beans.register("Jobs", Managed.Jobs.class, new JobsControl(journal, retry, InstantSource.system()));
        beans.register("Intake", Managed.Intake.class, new IntakeControl(context, pause));
        if (nodes != null) {
            beans.register("Nodes", Managed.Nodes.class, new NodesControl(nodes));
        }
        beans.register("Cloud", Managed.Cloud.class, new CloudControl(settings.cloud(), breaker));
    }

    /** Adds the cloud's client to the health checks. */
    public void watch(Supplier<HealthChecks.ClientCondition> cloudClient) {
        client = cloudClient;
    }

    /** Adds the MBean of the alerts. */
    public void show(Alerting alerting) {
        beans.register("Alerts", Managed.Alerts.class, new AlertsControl(alerting));
    }

    private void measure(CamelContext context) {
        MeterRegistry registry = metrics.registry();
        for (CircuitBreaker.State state : CircuitBreaker.State.values()) {
            Gauge.builder("resilience4j.circuitbreaker.state", () -> breaker.getState() == state ? 1 : 0)
                    .tag("name", breaker.getName())
                    .tag("state", state.name().toLowerCase(java.util.Locale.ROOT))
                    .register(registry);
        }
        for (String stage : List.of("cloud", "convert")) {
            Gauge.builder("shuttle.queue.length", () -> waiting(context, stage))
                    .tag("stage", stage)
                    .register(registry);
        }
    }

    /** What the journal says of all nodes; nothing where it is away, which health shows. */
    private Answer figures() {
        try {
            Map<String, Long> counts = journal.counts();
            List<KnownNode> all = journal.knownNodes();
            return metrics.scrape(in(OPEN, counts), in(ENDED, counts), all);
        } catch (JournalException away) {
            return metrics.scrape(Map.of(), Map.of(), List.of());
        }
    }

    private static Map<String, Long> in(Set<String> states, Map<String, Long> counts) {
        return states.stream().collect(Collectors.toMap(state -> state, state -> counts.getOrDefault(state, 0L)));
    }

    /** Jobs in a stage's queue; 0 where the stage has another kind of endpoint. */
    private static int waiting(CamelContext context, String stage) {
        return context.getEndpoints().stream()
                .filter(SedaEndpoint.class::isInstance)
                .map(SedaEndpoint.class::cast)
                .filter(endpoint -> endpoint.getEndpointBaseUri().equals("seda://" + stage))
                .mapToInt(SedaEndpoint::getCurrentQueueSize)
                .sum();
    }

    /** Once the context runs, and has its list of checks: registers the health checks, and the endpoints of health and metrics. */
    public void register(Router router, CamelContext context) {
        HealthCheckRegistry checks = HealthCheckRegistry.get(context);
        checks.register(new HealthChecks.JournalCheck(journal));
        if (store != null) {
            checks.register(new HealthChecks.StoreCheck(store));
        }
        if (client != null) {
            checks.register(new HealthChecks.ClientCheck(client));
        }
        checks.register(new HealthChecks.FolderCheck("inbox", settings.folders().inbox(), 0));
        checks.register(new HealthChecks.FolderCheck("work", settings.folders().work(), room));
        checks.register(
                new HealthChecks.FolderCheck("outbox", settings.folders().outbox(), room));
        Health health = new Health(context, breaker);
        Set<String> get = Set.of("GET");
        router.register("/observe/health", false, get, call -> call.answer(health.all()));
        router.register("/observe/health/live", false, get, call -> call.answer(health.live()));
        router.register("/observe/health/ready", false, get, call -> call.answer(health.ready()));
        router.register("/observe/metrics", false, get, call -> call.answer(figures()));
    }

    @Override
    public void close() {
        beans.close();
    }
}
