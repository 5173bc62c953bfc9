package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.MovedClock;
import dev.shuttle.pipeline.job.Source;
import dev.shuttle.provider.CloudPicture;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.dashscope.DashScope;
import dev.shuttle.provider.dashscope.DashScopeSettings;
import dev.shuttle.provider.dashscope.Models;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.RouteRig;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.Settings.Fallback;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several jobs over several lives of the program, each life cut off anywhere, over a way that loses what it likes: no picture is published as
 * made of a source that it is not made of, none is paid twice, none is lost.
 */
final class WhoseTaskTest {
    /** More by {@code -Dshuttle.seeds=400}. */
    private static final int SEEDS = Integer.getInteger("shuttle.seeds", 60);

    private static final int LIVES = 5;
    private static final List<String> MODELS = List.of("wanx2.1-imageedit", "wan2.5-i2i-preview");
    private static final int MOST_STEPS = 4000;

    /** A source, what is sent of it to each model, and what the service makes of it. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Design(byte[] source, Map<String, CloudPicture> sent, byte[] result) {}

    private static final List<Design> DESIGNS =
            IntStream.range(0, 4).mapToObj(WhoseTaskTest::design).toList();
    private static final byte[] FOREIGN = restyled(Pictures.picture(99, 520, 512));

    /** In memory where there is such a place, for each world forces some hundred files. */
    private Path root = Path.of("");

    private int adopted;
    private int uncertain;
    private int clouds;
    private int unsure;

    @BeforeEach
    void makeFolder() throws IOException {
        Path memory = Path.of("/dev/shm");
        root = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "shuttle-whose-")
                : Files.createTempDirectory("shuttle-whose-");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        Disk.deleteTree(root);
    }

    @Test
    void howeverItGoes() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            new World(seed).run();
        }
        String figures = SEEDS + " worlds: " + clouds + " by the cloud, " + adopted + " adopted, " + uncertain
                + " uncertain, " + unsure + " unsure";
        assertThat(adopted).as(figures).isGreaterThan(SEEDS / 10);
        assertThat(clouds).as(figures).isGreaterThan(uncertain);
        System.getLogger("whose").log(System.Logger.Level.INFO, figures);
    }

    /** One seed's. */
    private final class World {
        private final String name;
        private final Random random;
        private final MovedClock clock = new MovedClock();
        private final Journal journal = new MemoryJournal();
        private final Account account;
        private final Fallback policy;
        private final Path work;
        private final boolean shared;
        private final Map<Job, Design> designs = new HashMap<>();
        private final List<Job> jobs = new ArrayList<>();
        private CloudStage stage;
        private final CloudRoutes routes;
        private CircuitBreaker breaker;

        World(int seed) throws IOException {
            name = "seed " + seed;
            random = new Random(seed);
            policy = List.of(Fallback.LOCAL, Fallback.HOLD, Fallback.FAIL).get(random.nextInt(3));
            shared = random.nextInt(10) == 0;
            long skew = random.nextInt(10) == 0 ? random.nextInt(2_400_000) - 1_200_000 : random.nextInt(2800) - 1400;
            account = new Account(random, clock, Duration.ofMillis(skew));
            account.knows("foreign", "", FOREIGN);
            work = Files.createDirectories(root.resolve("w" + seed + "/work"));
            int count = 2 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                admit(DESIGNS.get(i));
            }
            breaker = closed();
            stage = build();
            routes = new CloudRoutes(stage, client(), account, breaker, clock::move);
        }

        private void admit(Design design) throws IOException {
            Job plain = Jobs.admitted("p" + jobs.size() + ".png", clock.instant());
            String sha = Disk.sha256(design.source());
            Source source = plain.source().read(design.source().length, sha, "png", 520, 512);
            Job job = journal.admit(plain.withSource(source));
            Path file = folder(job).root().resolve("inbox/p.png");
            Files.createDirectories(file.getParent());
            Files.write(file, design.source());
            design.sent().values().forEach(sent -> account.knows(job.id().value(), sent.asDataUrl(), design.result()));
            jobs.add(job);
            designs.put(job, design);
            clock.move(Duration.ofMillis(random.nextInt(3000)));
        }

        void run() throws Exception {
            for (int life = 0; life < LIVES; life++) {
                live();
                clock.move(Duration.ofSeconds(random.nextInt(100)));
                if (random.nextInt(12) == 0) {
                    clock.move(Duration.ofHours(random.nextInt(26)));
                }
            }
            account.calm = true;
            account.listIsDown = false;
            for (int life = 0; life < 3; life++) {
                live();
                clock.move(Duration.ofMinutes(2));
            }
            check();
            routes.close();
            delete();
        }

        /** From a start to a kill, or until every job wants nothing more of the cloud; jobs travel as they were read at the start. */
        private void live() throws Exception {
            breaker = closed();
            stage = build();
            routes.restart(stage, breaker);
            account.listIsDown = !account.calm && random.nextInt(6) == 0;
            List<Job> queue = new ArrayList<>(journal.unfinished());
            Collections.shuffle(queue, random);
            List<Job> turns = new ArrayList<>();
            try {
                for (int step = 0; !queue.isEmpty() || !turns.isEmpty(); step++) {
                    assertThat(step).as("%s goes round and round", name).isLessThan(MOST_STEPS);
                    while (turns.size() < 2 && !queue.isEmpty()) {
                        turns.add(released(queue.remove(0)));
                    }
                    int turn = random.nextInt(turns.size());
                    Job next = stepped(turns.get(turn));
                    turns.set(turn, next);
                    if (!stage.isWanted(next)) {
                        turns.remove(turn);
                    }
                    if (shared && !account.calm && random.nextInt(20) == 0) {
                        account.makeForeign(MODELS.get(0));
                    }
                    if (!account.calm && random.nextInt(40) == 0) {
                        return;
                    }
                }
            } catch (RouteRig.Killed killed) {
                // What it remembered is gone.
            }
        }

        private Job released(Job job) {
            return job.state() instanceof Admitted held && held.heldBy() != null && random.nextInt(4) != 0
                    ? job.in(new Admitted(held.since(), null))
                    : job;
        }

        private Job stepped(Job job) throws Exception {
            if (!stage.isWanted(job)) {
                return job;
            }
            try {
                Job next = job;
                if (stage.isToSubmit(job)) {
                    next = submitted(job);
                } else if (stage.isPending(job)) {
                    clock.move(stage.nextPoll(job));
                    next = routes.pollOnce(job);
                } else {
                    next = stage.download(job);
                }
                return next.isFinal() ? journal.record(next) : next;
            } catch (LookUpDelayed kept) {
                Job known = journal.find(job.id()).orElseThrow();
                assertThat(policy).as(name).isEqualTo(Fallback.HOLD);
                assertThat(known.state()).as(name).isInstanceOf(Submitting.class);
                clock.move(Duration.ofMinutes(1));
                account.listIsDown = account.listIsDown && random.nextInt(3) != 0;
                return known;
            }
        }

        private Job submitted(Job job) throws Exception {
            if (!account.calm && random.nextInt(25) == 0) {
                return stage.fallBack(job, null);
            }
            return routes.submit(job);
        }

        private Design design(Job job) {
            return designs.entrySet().stream()
                    .filter(each -> each.getKey().id().equals(job.id()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
        }

        private void check() throws IOException {
            for (Job job : jobs) {
                Job known = journal.find(job.id()).orElseThrow();
                boolean ended = known.isFinal() || known.state() instanceof Converting;
                assertThat(ended)
                        .as("%s: %s is on its way still: %s", name, job.id(), known)
                        .isTrue();
                assertThat(account.billed(job.id().value()))
                        .as("%s: paid for %s: %s; %s", name, job.id(), known, account.made)
                        .isLessThanOrEqualTo(1);
                if (known.state() instanceof Converting state && state.road() != Road.LOCAL) {
                    clouds++;
                    assertThat(Arrays.equals(
                                    Files.readAllBytes(folder(job).cloudPicture()),
                                    design(job).result()))
                            .as("%s: whose picture %s has: %s; %s", name, job.id(), known, account.made)
                            .isTrue();
                    adopted += Objects.requireNonNull(known.cloud()).adopted() == null ? 0 : 1;
                }
                uncertain += known.state().toString().contains("SUBMIT_UNCERTAIN") ? 1 : 0;
                unsure += Files.exists(folder(job).unsurePicture()) ? 1 : 0;
            }
        }

        private void delete() throws IOException {
            Disk.deleteTree(Objects.requireNonNull(work.getParent()));
        }

        private JobFolder folder(Job job) {
            return JobFolder.of(work, job.id().value());
        }

        private DashScope client() {
            Limiter limiter = new Limiter("dashscope", 10_000, 10_000, Duration.ofSeconds(10));
            return new DashScope(settings(), account, limiter, clock, random, clock::move);
        }

        private CloudStage build() {
            Map<String, String> set = Map.of(
                    "shuttle.work", work.toString(),
                    "shuttle.outbox", work.resolveSibling("outbox").toString(),
                    "dashscope.models", String.join(",", MODELS),
                    "shuttle.fallback", policy.name().toLowerCase(java.util.Locale.ROOT));
            return new CloudParts(
                            Settings.of(Configuration.load(set, Map.of(), work.resolve("no.properties"))),
                            new Services(List.of(new Service(
                                    client(), breaker, 2, Duration.ofSeconds(60), AccountLimits.ALONE, true))),
                            journal,
                            new Shutdown(),
                            job -> new EditRequest("description_edit", "改成织锦图案", 0.5, 42, Rgb.WHITE),
                            provider -> false,
                            (job, error) -> {},
                            AccountLimits.ALONE,
                            new SharedBreaker(breaker, AccountLimits.ALONE, Duration.ofMinutes(1)),
                            clock,
                            clock)
                    .stage();
        }
    }

    private static CircuitBreaker closed() {
        return CircuitBreaker.of(
                "dashscope",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(1000)
                        .minimumNumberOfCalls(1000)
                        .build());
    }

    private static DashScopeSettings settings() {
        return new DashScopeSettings(
                URI.create("https://dashscope.aliyuncs.com/api/v1"),
                () -> "sk-0123456789",
                null,
                MODELS,
                "description_edit",
                "改成织锦图案",
                0.5,
                42,
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                1000,
                1000,
                List.of("*.aliyuncs.com"),
                20_000_000);
    }

    private static Design design(int number) {
        BufferedImage picture = Pictures.picture(number, 520, 512);
        Map<String, CloudPicture> sent = new HashMap<>();
        MODELS.forEach(model -> sent.put(model, CloudPicture.of(picture, Models.named(model))));
        return new Design(Pictures.encoded(picture, "png"), sent, restyled(picture));
    }

    /** Another style of the same design: softer, other tones. */
    private static byte[] restyled(BufferedImage picture) {
        float[] box = new float[49];
        Arrays.fill(box, 1 / 49f);
        BufferedImage soft = new ConvolveOp(new Kernel(7, 7, box)).filter(picture, null);
        return Pictures.encoded(
                new RescaleOp(new float[] {0.6f, 0.8f, 1.1f}, new float[] {60, 20, 0}, null).filter(soft, null), "png");
    }
}
