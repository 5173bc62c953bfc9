package dev.shuttle;

import dev.shuttle.api.About;
import dev.shuttle.api.Api;
import dev.shuttle.api.Arrivals;
import dev.shuttle.api.Ends;
import dev.shuttle.api.Events;
import dev.shuttle.api.Failures;
import dev.shuttle.api.Jobs;
import dev.shuttle.cloud.CloudBreaker;
import dev.shuttle.cloud.CloudStage;
import dev.shuttle.console.Accounts;
import dev.shuttle.console.Console;
import dev.shuttle.conversion.Conversion;
import dev.shuttle.dashscope.Wire;
import dev.shuttle.delivery.Deliveries;
import dev.shuttle.delivery.Patience;
import dev.shuttle.disk.JobFolder;
import dev.shuttle.dispatch.Dispatch;
import dev.shuttle.dispatch.Progress;
import dev.shuttle.dispatch.Recovery;
import dev.shuttle.dispatch.Waiting;
import dev.shuttle.http.Answer;
import dev.shuttle.http.HttpServer;
import dev.shuttle.http.Mount;
import dev.shuttle.http.Router;
import dev.shuttle.intake.Admission;
import dev.shuttle.intake.Cards;
import dev.shuttle.intake.Claim;
import dev.shuttle.intake.Pairs;
import dev.shuttle.intake.RestedFiles;
import dev.shuttle.job.JdbcJournal;
import dev.shuttle.job.Job;
import dev.shuttle.job.Journal;
import dev.shuttle.job.ToldJournal;
import dev.shuttle.loom.LoomEngine;
import dev.shuttle.ops.CountedWire;
import dev.shuttle.ops.Metrics;
import dev.shuttle.ops.Operations;
import dev.shuttle.ops.Traces;
import dev.shuttle.outbox.Outbox;
import dev.shuttle.outbox.Publisher;
import dev.shuttle.preset.Presets;
import dev.shuttle.retention.Retention;
import dev.shuttle.route.CamelWire;
import dev.shuttle.route.HttpEngine;
import dev.shuttle.route.Inbox;
import dev.shuttle.settings.Remote;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.SettingsException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one class that knows all the parts, and joins them. */
final class Wiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private final Settings settings;
    private final InstantSource clock = InstantSource.system();
    private final RandomGenerator random = RandomGenerator.of("SecureRandom");
    private final Presets presets;
    private final Journal journal;
    private final Pairs pairs;
    private final Claim claim;
    private final Recovery recovery;
    private final Admission admission;
    private final Progress progress = new Progress();
    private final Outbox outbox;
    private final Router router = new Router();
    private final Router operatorsRouter = new Router();
    private final Ends ends;
    private final Arrivals arrivals;
    private final Events events;
    private final Deliveries deliveries;
    private final CircuitBreaker breaker;
    private final @Nullable Metrics metrics;
    private final AlertWiring alerting;
    private final @Nullable Operations operations;
    private final @Nullable Traces traces;
    private final List<Runnable> stops = new ArrayList<>();

    private Wiring(Settings settings, Presets presets, Journal safe) {
        this.settings = settings;
        this.presets = presets;
        this.outbox = new Outbox(settings.folders().outbox());
        this.events = new Events(outbox, Long.toString(clock.millis(), Character.MAX_RADIX));
        this.breaker = CloudBreaker.of(settings.breaker(), clock);
        Settings.Management management = settings.management();
        this.metrics = management == null ? null : new Metrics();
        this.alerting = new AlertWiring(settings, breaker, metrics, clock);
        this.traces = settings.service().trace() ? Traces.open() : null;
        this.journal = new ToldJournal(safe, this::told);
        this.operations = management == null || metrics == null
                ? null
                : new Operations(settings, management.roomLow(), journal, breaker, metrics);
        this.ends = new Ends(journal);
        Cards cards = new Cards(settings.folders().cards());
        this.pairs = new Pairs(
                new RestedFiles(settings.intake().settle(), clock),
                settings.intake().settle(),
                clock);
        this.claim = new Claim(settings.folders().work(), clock, random);
        this.admission = new Admission(settings.intake(), presets, cards, journal, clock);
        this.recovery = new Recovery(
                settings.folders().work(),
                settings.folders().inbox(),
                journal,
                admission,
                job -> outbox.placeOf(job).isPresent());
        this.arrivals =
                new Arrivals(settings.folders().work(), claim, settings.intake().maxFileSize(), presets::knows);
        Remote out = settings.remotes().out();
        this.deliveries =
                new Deliveries(settings.folders().work(), out.isOn(), outbox, journal, new Patience(out.poll(), clock));
        progress.onEnd(ends::ended);
    }

    private void told(Job job) {
        events.told(job);
        alerting.alerts().told(job);
        if (metrics != null) {
            metrics.told(job);
        }
        if (traces != null) {
            traces.told(job);
        }
    }

    /** Opens the journal and finds what was interrupted. The folders must be there. */
    static Wiring open(Settings settings) throws IOException {
        Presets presets = Presets.load(settings.folders().presets());
        if (!presets.knows(settings.intake().preset())) {
            throw new SettingsException(List.of("shuttle.preset="
                    + settings.intake().preset() + ": there is no such preset; known are " + presets.names()));
        }
        Settings.Database database = settings.journal();
        Journal journal = JdbcJournal.open(database.url(), database.user(), database.password());
        Wiring wiring = new Wiring(settings, presets, journal);
        wiring.arrivals.clear();
        wiring.recovery.scan();
        wiring.refreshGallery();
        return wiring;
    }

    /** The gallery shows what is in the outbox; that it cannot be written stops nothing. */
    private void refreshGallery() {
        try {
            outbox.refreshGallery(settings.locale());
        } catch (IOException e) {
            LOG.warn("{} cannot be brought up to date: {}", outbox.root().resolve("index.html"), e.toString());
        }
    }

    /** Hands the parts to the routes, by the names they use. */
    void bindTo(CamelContext context) {
        Registry registry = context.getRegistry();
        CamelWire wire = new CamelWire(context, traces == null ? Map::of : traces::headers);
        registry.bind("noErrorHandler", new NoErrorHandlerDefinition());
        Inbox inbox = new Inbox(settings.folders().inbox(), pairs, claim);
        registry.bind("inbox", inbox);
        Dispatch dispatch = new Dispatch(
                admission,
                journal,
                outbox,
                settings.cloudIsOn(),
                () -> breaker.getState() != CircuitBreaker.State.OPEN,
                clock);
        Wire counted = metrics == null ? wire : new CountedWire(wire, metrics.registry());
        CloudStage cloud = new CloudWiring(settings, presets, journal, breaker, clock, random, alerting.refusals())
                .stage(counted, wire::isEmulated);
        registry.bind("jobs", dispatch);
        registry.bind("recovery", recovery);
        Waiting waiting = new Waiting(recovery);
        registry.bind("waiting", waiting);
        // Cut off last: whoever finds a call broken must know by then that it is because of the stop.
        stops.addAll(List.of(
                inbox::stop, dispatch::stop, waiting::stop, deliveries::stop, cloud::stop, wire::stop, ends::stop));
        new Servers(settings, claim, journal, clock).bindTo(context, dispatch, waiting, deliveries);
        wire.bind();
        if (traces != null) {
            traces.bindTo(context);
        }
        registry.bind("dashscopeBreaker", breaker);
        registry.bind("cloud", cloud);
        registry.bind(
                "conversion",
                new Conversion(
                        settings.folders().work(), presets, engine(), journal, clock, settings.convertDeadline()));
        registry.bind("publisher", new Publisher(settings.folders().work(), outbox, journal, settings.locale(), clock));
        registry.bind("progress", progress);
        Retention retention = new Retention(
                settings.service().retention(),
                settings.folders().work(),
                outbox,
                settings.locale(),
                journal,
                deliveries::isOwed,
                clock);
        registry.bind("retention", retention);
        stops.add(retention::stop);
        Api api = new Api(arrivals, journal, outbox, ends);
        bindApi(registry, api);
        new HttpEngine(router, Failures::problem).bindTo(context);
        alerting.bindTo(registry, operations);
        // Last: what the others leave behind is told, too.
        stops.add(alerting::stop);
        if (operations != null) {
            operations.bindTo(context, job -> again(api, job, context));
        }
    }

    private static String again(Api api, Job job, CamelContext context) {
        try (ProducerTemplate routes = context.createProducerTemplate()) {
            JobFolder folder = api.retried(job);
            routes.sendBody("direct:arrived", folder);
            return folder.jobId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bindApi(Registry registry, Api api) {
        registry.bind("api", api);
        registry.bind("apiJobs", new Jobs(journal, outbox, events));
        Supplier<String> state = () -> breaker.getState().name();
        registry.bind("apiAbout", new About(settings, presets, journal, state, VersionCommand.version()));
    }

    /** The routes run. */
    void started(CamelContext context) {
        if (operations != null) {
            operations.lead(settings.managementIsBesidePages() ? router : operatorsRouter, context);
        }
    }

    /** Takes the port where pages and programs are served. */
    HttpServer open(Settings.Http http) throws IOException {
        Settings.Management beside = settings.managementIsBesidePages() ? settings.management() : null;
        List<Mount> mounts = beside == null ? List.of() : List.of(console(beside));
        return HttpServer.pages(http, settings.folders().outbox(), router, mounts);
    }

    /** Takes the port where operators are. */
    HttpServer open(Settings.Management management) throws IOException {
        operatorsRouter.lead("/", false, Set.of("GET"), call -> call.answer(Answer.to(Console.PATH + "/")));
        return HttpServer.operators(management.at(), operatorsRouter, List.of(console(management)));
    }

    private Mount console(Settings.Management management) throws IOException {
        return Console.mount(Accounts.of(management, settings.folders().work()));
    }

    /** The program is stopping: loops end at their next look, and what breaks now breaks because of it. */
    void stop() {
        stops.forEach(Runnable::run);
    }

    Journal journal() {
        return journal;
    }

    Progress progress() {
        return progress;
    }

    Admission admission() {
        return admission;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Pairs pairs() {
        return pairs;
    }

    Claim claim() {
        return claim;
    }

    @Override
    public void close() {
        if (operations != null) {
            operations.close();
        }
        alerting.close();
        if (traces != null) {
            traces.close();
        }
        journal.close();
    }

    /** Every processor's share where several jobs are in the engine at once. */
    private LoomEngine engine() {
        return new LoomEngine(Math.max(1, Runtime.getRuntime().availableProcessors() / settings.concurrency()));
    }
}
