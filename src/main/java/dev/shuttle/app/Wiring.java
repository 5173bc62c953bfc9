package dev.shuttle.app;

import dev.shuttle.camel.BrokerLink;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.cloud.CloudBreaker;
import dev.shuttle.pipeline.cloud.CloudStage;
import dev.shuttle.pipeline.cloud.EditRequest;
import dev.shuttle.pipeline.cloud.SharedBreaker;
import dev.shuttle.pipeline.convert.LoomStage;
import dev.shuttle.pipeline.delivery.Deliveries;
import dev.shuttle.pipeline.delivery.Patience;
import dev.shuttle.pipeline.dispatch.Dispatch;
import dev.shuttle.pipeline.dispatch.Duties;
import dev.shuttle.pipeline.dispatch.GroupAdmission;
import dev.shuttle.pipeline.dispatch.InHand;
import dev.shuttle.pipeline.dispatch.ParkedJobs;
import dev.shuttle.pipeline.dispatch.Recovery;
import dev.shuttle.pipeline.dispatch.Remainder;
import dev.shuttle.pipeline.dispatch.Stages;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.intake.Inbox;
import dev.shuttle.pipeline.intake.SharedInbox;
import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobEvents;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.Node;
import dev.shuttle.pipeline.job.Nodes;
import dev.shuttle.pipeline.job.NotifyingJournal;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.pipeline.publish.Publisher;
import dev.shuttle.pipeline.retention.Retention;
import dev.shuttle.pipeline.store.HandedOn;
import dev.shuttle.pipeline.store.KeepingJournal;
import dev.shuttle.pipeline.store.Store;
import dev.shuttle.pipeline.store.Stores;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.ProviderSettings;
import dev.shuttle.settings.Remote;
import dev.shuttle.settings.Roles.Role;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.SettingsException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one class that knows all the parts, and joins them. */
final class Wiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private final Settings settings;
    private final InstantSource clock = InstantSource.system();
    private final InstantSource steady = new SteadyClock();
    private final RandomGenerator random = RandomGenerator.of("SecureRandom");
    private final Presets presets;
    private final Journal journal;
    private final @Nullable Store store;
    private final @Nullable String node;
    private final HandedOn files;
    private final Duties duties;
    private final BooleanSupplier readsInbox;
    private final IntakeWiring intake;
    private final ParkedJobs waiting;
    private final Recovery recovery;
    private final JobEvents jobEvents;
    private final Outbox outbox;
    private final WebWiring web;
    private final Deliveries deliveries;
    private final CircuitBreaker breaker;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final OperationsWiring operations;
    private final AccountLimits limits;
    private final SharedBreaker allBreakers;
    private final Heartbeat heartbeat;
    private final Nodes nodes;
    private @Nullable Drain drain;
    private final Shutdown shutdown = new Shutdown();
    private final InHand inHand = new InHand();

    private Wiring(Settings settings, Presets presets, JdbcJournal safe, @Nullable Store store, JobEvents jobEvents) {
        this.settings = settings;
        this.presets = presets;
        this.outbox = new Outbox(settings.folders().outbox());
        this.breaker = CloudBreaker.of("dashscope", settings.breaker(), steady);
        this.limits = safe.limits();
        this.allBreakers = new SharedBreaker(breaker, limits, settings.breaker().waitDurationInOpenState());
        this.heartbeat = Heartbeat.of(safe, allBreakers);
        this.nodes = safe.nodes();
        this.jobEvents = jobEvents;
        this.store = store;
        this.node = safe.node().orElse(null);
        this.files = new HandedOn(settings.folders().work(), store);
        this.duties = new Duties(
                settings.cluster().roles(),
                files,
                settings.folders().work(),
                settings.broker() != null,
                inHand,
                steady);
        this.readsInbox = settings.cluster().inboxIsShared() ? () -> safe.reads("inbox") : () -> true;
        this.journal = new NotifyingJournal(store == null ? safe : new KeepingJournal(safe, files), jobEvents);
        this.operations = OperationsWiring.of(settings, journal, breaker, clock);
        this.intake = IntakeWiring.of(settings, presets, journal, clock, steady, random, shutdown);
        this.recovery = new Recovery(
                settings.folders().work(),
                settings.folders().inbox(),
                journal,
                intake.admission(),
                outbox,
                duties,
                job -> EditRequest.of(job, presets, settings.cloud()),
                clock,
                shutdown);
        this.waiting = new ParkedJobs(recovery, shutdown);
        this.web = new WebWiring(
                settings,
                presets,
                journal,
                node,
                intake.claim(),
                outbox,
                breaker,
                clock,
                shutdown,
                duties::takesMore,
                operations::guessed);
        Remote out = settings.remotes().out();
        this.deliveries = new Deliveries(
                settings.folders().work(),
                out.isOn() && settings.cluster().roles().has(Role.PAGES),
                outbox,
                journal,
                new Patience(out.poll(), steady),
                shutdown);
        web.listen(jobEvents);
        operations.listen(jobEvents);
        jobEvents.onEndFirst(waiting::ended);
        jobEvents.onEndFirst(inHand::ended);
        jobEvents.onLeft(inHand::ended);
    }

    private CloudWiring cloudWiring() {
        return new CloudWiring(
                settings,
                presets,
                journal,
                limits,
                allBreakers,
                breaker,
                this::breaker,
                clock,
                steady,
                random,
                operations.refusals());
    }

    /** Opens the journal and finds what was interrupted. The folders must be there. */
    static Wiring open(Settings settings, JobEvents jobEvents) throws IOException {
        Presets presets = Presets.load(settings.folders().presets());
        if (!presets.knows(settings.intake().preset())) {
            throw new SettingsException(List.of("shuttle.preset="
                    + settings.intake().preset() + ": there is no such preset; known are " + presets.names()));
        }
        if (settings.cluster().inboxIsShared()) {
            SharedInbox.checkMoves(
                    settings.folders().inbox(), settings.folders().work());
        }
        Store store = Stores.open(settings.cluster().store()).orElse(null);
        JdbcJournal journal = open(settings, settings.journal());
        Wiring wiring = new Wiring(settings, presets, journal, store, jobEvents);
        try {
            wiring.web.clear();
            wiring.recovery.scan();
            wiring.refreshGallery();
            return wiring;
        } catch (IOException | RuntimeException e) {
            wiring.close();
            throw e;
        }
    }

    /** A node's name is drawn only where there may be others. */
    private static JdbcJournal open(Settings settings, Settings.Database database) throws IOException {
        if (JdbcJournal.isInAFile(database.url())) {
            return JdbcJournal.open(database.url(), database.user(), database.password());
        }
        Node node = ThisNode.of(settings, RandomGenerator.of("SecureRandom"));
        LOG.info("this node is {}", node.name());
        return JdbcJournal.open(database.url(), database.user(), database.password(), node, InstantSource.system());
    }

    /** The gallery shows what is in the outbox; that it cannot be written stops nothing. */
    private void refreshGallery() {
        try {
            outbox.refreshGallery(settings.locale());
        } catch (IOException | InvalidPathException e) {
            // Under LC_ALL=C a folder with a Chinese name cannot be opened.
            LOG.warn("{} cannot be brought up to date: {}", outbox.root().resolve("index.html"), FileErrors.of(e));
        }
    }

    /** One a provider; DashScope's is the one that pages and operators are shown. */
    private CircuitBreaker breaker(String provider) {
        return breakers.computeIfAbsent(provider, name -> {
            ProviderSettings other = settings.providers().get(name);
            return other == null ? breaker : CloudBreaker.of(name, other.breaker(), steady);
        });
    }

    /** Hands the parts to the routes, by the names they use. */
    void bindTo(CamelContext context) {
        Registry registry = context.getRegistry();
        CloudWiring theCloud = cloudWiring();
        CloudClient client = CloudClient.bindTo(
                context,
                CloudWiring.accounts(settings),
                (provider, account) -> theCloud.limiter(provider, account, shutdown),
                this::breaker,
                operations.traceHeaders(),
                operations.callTimes(),
                shutdown,
                clock,
                steady,
                random);
        registry.bind("inbox", new SharedInbox(intake.inbox(), readsInbox, duties::takesMore));
        CloudStage cloud = theCloud.stage(client.providers(), shutdown, client::isEmulated);
        Dispatch dispatch = new Dispatch(
                intake.admission(),
                duties,
                journal,
                outbox,
                job -> settings.cloudIsOn() && !cloud.isWithoutKey(job),
                cloud::answers,
                clock,
                shutdown);
        registry.bind("dispatch", dispatch);
        BrokerLink link = settings.broker() == null ? null : BrokerLink.bindTo(context, settings.broker());
        Stages stages = new Stages(
                journal,
                Transports.of(settings),
                duties::reach,
                cloud::nextPoll,
                inHand,
                duties::takesUp,
                clock,
                shutdown);
        registry.bind("stages", stages);
        if (link != null) {
            link.whenBack(stages::brokerIsBack);
        }
        registry.bind("recovery", recovery);
        registry.bind("parked", waiting);
        registry.bind("groups", new GroupAdmission(intake.admission(), waiting));
        new Servers(settings, intake.claim(), journal, steady).bindTo(context, dispatch, waiting, deliveries);
        operations.watch(context, duties, nodes, store, client.wire());
        Remainder left = new Remainder(settings.folders().work(), journal, duties, nodes::held);
        drain = new Drain(nodes, duties, cloud, left, deliveries, context);
        registry.bind("dashscopeBreaker", breaker);
        registry.bind("cloud", cloud);
        boolean localRoad = settings.fallback() != Settings.Fallback.FAIL;
        registry.bind(
                "conversion",
                new LoomStage(
                        settings.folders().work(),
                        presets,
                        workers(),
                        journal,
                        clock,
                        settings.convertDeadline(),
                        localRoad));
        registry.bind(
                "publisher",
                new Publisher(
                        settings.folders().work(),
                        outbox,
                        journal,
                        settings.locale(),
                        clock,
                        files,
                        settings.cluster().roles().has(Role.PAGES),
                        nodes.name()));
        registry.bind("events", jobEvents);
        Retention retention = new Retention(
                settings.service().retention(),
                settings.folders().work(),
                outbox,
                files,
                settings.locale(),
                journal,
                deliveries::isOwed,
                clock,
                shutdown);
        registry.bind("retention", retention);
        web.bindTo(context);
        operations.bindTo(context, shutdown, job -> web.again(job, context));
    }

    /** The stages' queues, where they are others than the settings name. */
    Map<String, String> queues(Map<String, String> named) {
        return node != null && Transports.areOwn(settings) ? OwnQueues.of(node, named) : Map.of();
    }

    /**
     * The routes run.
     *
     * @param stop ends the program, where this node is asked to
     */
    void started(CamelContext context, Runnable stop) {
        operations.register(web.operators(), context);
        if (drain != null) {
            drain.begin(stop);
        }
    }

    /** Takes the ports that the settings name. */
    Ports ports() {
        return Ports.open(settings, web);
    }

    Shutdown shutdown() {
        return shutdown;
    }

    Journal journal() {
        return journal;
    }

    Admission admission() {
        return intake.admission();
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Inbox inbox() {
        return intake.inbox();
    }

    ParkedJobs waiting() {
        return waiting;
    }

    /** Whether a job that is open in the journal is published, and only its row is behind. */
    boolean isPublished(Job job) {
        return outbox.placeOf(job).isPresent();
    }

    Claim claim() {
        return intake.claim();
    }

    @Override
    public void close() {
        operations.close();
        heartbeat.close();
        if (drain != null) {
            drain.close();
        }
        journal.close();
        if (store != null) {
            store.close();
        }
    }

    /** Every processor's share where several jobs are in the engine at once. */
    private int workers() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / settings.concurrency());
    }
}
