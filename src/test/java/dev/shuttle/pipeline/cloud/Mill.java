package dev.shuttle.pipeline.cloud;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Limits;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Arrivals;
import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.MovedClock;
import dev.shuttle.pipeline.job.Source;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import dev.shuttle.provider.dashscope.DashScope;
import dev.shuttle.provider.dashscope.DashScopeSettings;
import dev.shuttle.rig.RouteRig;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.Settings.Fallback;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** The cloud stage between a journal and an emulated DashScope, all by one clock; jobs go through the routes as they are shipped. */
final class Mill implements AutoCloseable {
    /** When the process ends. */
    enum Kill {
        NEVER,
        BEFORE_THE_POST,
        AFTER_THE_POST
    }

    final MovedClock clock;
    private volatile Duration jumped = Duration.ZERO;
    final Journal journal;
    private final AccountLimits limits;
    final Emulator emulator;

    /** What each job stood at in the journal when a request went out. */
    final List<String> requests = new ArrayList<>();

    /** The codes the account was refused with. */
    final List<String> refusals = new ArrayList<>();

    Kill kill = Kill.NEVER;

    /** What else happens while a picture is on its way. */
    Runnable whileSending = () -> {};

    Fallback policy = Fallback.LOCAL;
    List<String> models = List.of("wanx2.1-imageedit", "wan2.5-i2i-preview");
    CircuitBreaker breaker = closed();
    private final Path work;
    private CloudStage stage;

    /** Of the stage as of the last start. */
    Shutdown shutdown = new Shutdown();

    private final CloudRoutes routes;

    Mill(Path folder) throws IOException {
        this(folder, new DefaultCamelContext());
    }

    /** In a context that the test has prepared; it is started. */
    Mill(Path folder, DefaultCamelContext context) throws IOException {
        this(folder, context, new MemoryJournal(), AccountLimits.ALONE, null);
    }

    /** A node of several, which may use the cloud of another. */
    Mill(Path folder, JdbcJournal journal, @Nullable Mill other) throws IOException {
        this(folder, new DefaultCamelContext(), journal, journal.limits(), other);
    }

    private Mill(Path folder, DefaultCamelContext context, Journal journal, AccountLimits limits, @Nullable Mill other)
            throws IOException {
        this.journal = journal;
        this.limits = limits;
        this.clock = other == null ? new MovedClock() : other.clock;
        this.emulator = other == null
                ? Emulator.start(EmulatorSettings.defaults()
                        .withClock(this::steady)
                        .withTimes(Duration.ofSeconds(1), Duration.ofSeconds(5))
                        .withLimits(Limits.NONE))
                : other.emulator;
        work = Files.createDirectories(folder.resolve("work"));
        stage = build();
        routes = new CloudRoutes(context, stage, dashScope(), this::exchange, breaker, clock::move);
    }

    /** The program starts: what it remembered is gone, what it journaled is there. */
    void restart() {
        kill = Kill.NEVER;
        breaker = closed();
        begin();
    }

    /** The same with the breaker as it is where nobody sets another, by this mill's clock. */
    void restartWithTheUsualBreaker() {
        breaker = CloudBreaker.of("dashscope", configured().breaker(), clock);
        begin();
    }

    private void begin() {
        stage = build();
        routes.restart(stage, breaker);
    }

    CloudStage stage() {
        return stage;
    }

    /** Somebody sets the clock, and no time passes. */
    void setClock(Duration forward) {
        jumped = jumped.plus(forward);
        clock.move(forward);
    }

    private Instant steady() {
        return clock.instant().minus(jumped);
    }

    DashScope dashScope() {
        DashScopeSettings settings = settings(emulator);
        Limiter limiter = new Limiter("dashscope", 10_000, 10_000, Duration.ofSeconds(10));
        return new DashScope(settings, this::exchange, limiter, clock, this::steady, new Random(7), clock::move);
    }

    /** A job of a picture of this size. */
    Job admitted(int width, int height) throws IOException {
        Job plain = Jobs.admitted("牡丹.png", clock.instant());
        byte[] bytes = Arrivals.picture("png", width, height);
        Source source = plain.source().read(bytes.length, "00", "png", width, height);
        Job job = journal.admit(plain.withSource(source));
        Path file = JobFolder.of(work, job.id().value()).root().resolve("inbox/牡丹.png");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return job;
    }

    Job admitted() throws IOException {
        return admitted(600, 520);
    }

    JobFolder folder(Job job) {
        return JobFolder.of(work, job.id().value());
    }

    /** The job as the journal has it. */
    Job known(Job job) {
        return journal.find(job.id()).orElseThrow();
    }

    /** Another job has one of the places with the cloud, of which there are two. */
    void takesAPlace() throws Exception {
        stage.awaitPlace(admitted()).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** A picture of another program's with the same key. */
    void posted(Submission foreign) throws Exception {
        routes.post(foreign);
    }

    /** Through the route {@code submit}. */
    Job submitted(Job job) throws Exception {
        return routes.submit(job);
    }

    /** Through the route {@code poll}, until the task ends. */
    Job polled(Job job) throws Exception {
        return routes.poll(job);
    }

    /** Asked for once, at once. */
    Job polledOnce(Job job) throws Exception {
        return routes.pollOnce(job);
    }

    /** Through the route {@code ask}, until the job wants nothing more of the cloud. */
    Job led(Job job) throws Exception {
        return routes.ask(job);
    }

    /** A held job is taken up again once the breaker lets calls through. */
    Job ledOn(Job held) throws Exception {
        breaker.transitionToClosedState();
        JobState state = held.state();
        return state instanceof Admitted admitted ? led(held.in(new Admitted(admitted.since(), null))) : held;
    }

    private CloudStage build() {
        shutdown = new Shutdown();
        return new CloudParts(
                        configured(),
                        new Services(
                                List.of(new Service(dashScope(), breaker, 2, Duration.ofSeconds(60), limits, true))),
                        journal,
                        shutdown,
                        job -> new EditRequest("description_edit", "改成织锦图案", 0.5, 42, Rgb.WHITE),
                        provider -> true,
                        (job, error) -> refusals.add(error.code()),
                        limits,
                        new SharedBreaker(breaker, limits, Duration.ofMinutes(1)),
                        clock,
                        this::steady)
                .stage();
    }

    private Settings configured() {
        Map<String, String> set = Map.of(
                "shuttle.work", work.toString(),
                "dashscope.models", String.join(",", models),
                "shuttle.fallback", policy.name().toLowerCase(java.util.Locale.ROOT));
        return Settings.of(Configuration.load(set, Map.of(), work.resolve("no.properties")));
    }

    private WireAnswer exchange(WireRequest request) throws IOException {
        boolean post =
                request.method().equals("POST") && !request.uri().getPath().endsWith("/cancel");
        journal.unfinished()
                .forEach(job -> requests.add(
                        (post ? "POST" : request.method()) + " " + job.state().name()));
        if (post && kill == Kill.BEFORE_THE_POST) {
            throw new RouteRig.Killed();
        }
        WireAnswer answer = WIRE.exchange(request);
        if (post) {
            whileSending.run();
        }
        if (post && kill == Kill.AFTER_THE_POST) {
            throw new RouteRig.Killed();
        }
        return answer;
    }

    private static final JdkWire WIRE = new JdkWire();

    private static CircuitBreaker closed() {
        return CircuitBreaker.of(
                "dashscope",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(100)
                        .minimumNumberOfCalls(50)
                        .build());
    }

    private static DashScopeSettings settings(Emulator emulator) {
        return new DashScopeSettings(
                emulator.baseUrl(),
                () -> EmulatorSettings.DEFAULT_KEY,
                null,
                List.of("wanx2.1-imageedit"),
                "description_edit",
                "改成织锦图案",
                0.5,
                42,
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofMinutes(5),
                Duration.ofSeconds(2),
                1000,
                1000,
                List.of("http://127.0.0.1:*"),
                20_000_000);
    }

    @Override
    public void close() {
        routes.close();
        emulator.close();
    }
}
