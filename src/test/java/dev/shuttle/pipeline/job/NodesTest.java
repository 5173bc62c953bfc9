package dev.shuttle.pipeline.job;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.OpenIntent.Sender;
import dev.shuttle.pipeline.job.RefusedWriteException.Why;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several nodes on one journal: who has a job, whose write counts, who may send. Against a real server, as {@link PostgresJournalTest}. */
final class NodesTest {
    private static final String WANX = "wanx2.1-imageedit";
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static @Nullable PostgresCluster cluster;

    private final List<JdbcJournal> opened = new ArrayList<>();
    private String url = "";

    @BeforeAll
    static void startServer() throws IOException {
        Optional<Path> binaries = PostgresCluster.binaries();
        assumeTrue(binaries.isPresent(), "no PostgreSQL here");
        cluster = PostgresCluster.start(binaries.orElseThrow());
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @BeforeEach
    void newDatabase() throws IOException {
        url = running().newDatabase();
    }

    @AfterEach
    void closeAll() {
        opened.forEach(JdbcJournal::close);
    }

    private static PostgresCluster running() {
        return Objects.requireNonNull(cluster, "cluster");
    }

    private JdbcJournal node(String name) {
        return node(name, "home of " + name, InstantSource.system());
    }

    private JdbcJournal node(String name, String home, InstantSource clock) {
        Node node = new Node(name, home, "test", LEASE, "account");
        JdbcJournal journal = JdbcJournal.open(url, running().user(), null, node, clock);
        opened.add(journal);
        return journal;
    }

    /** Its lease is over, by the database's clock; the process may be there. All others have been there for long. */
    private void silence(String node) {
        sql("UPDATE session SET since = 0");
        sql("UPDATE session SET lease_until = 0 WHERE node = '" + node + "'");
    }

    private void sql(String statement) {
        try (Connection connection = DriverManager.getConnection(url, running().user(), null);
                Statement to = connection.createStatement()) {
            to.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    private static Job submitting(Job job) {
        return submitting(job, WANX);
    }

    private static Job submitting(Job job, String model) {
        Intent intent = Intent.first(model, NOON, NOON.plusSeconds(70));
        return job.in(new Submitting(NOON, model)).withIntent(intent);
    }

    private static Job submitted(Job job, String task) {
        CloudTask known = new CloudTask(WANX, "description_edit", "p", task, null, NOON, null, 0);
        return job.in(((Submitting) job.state()).submitted(task, NOON))
                .withCloud(known)
                .withIntent(null);
    }

    private static <T> List<T> together(Collection<? extends Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertRefused(Why why, Callable<?> write) {
        assertThatThrownBy(write::call)
                .asInstanceOf(type(RefusedWriteException.class))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void ofManyThatTakeAJobAtOnceOneGetsIt() throws Exception {
        JdbcJournal dead = node("dead");
        List<Job> jobs = Stream.generate(() -> dead.admit(Jobs.admitted("peony.png")))
                .limit(40)
                .toList();
        List<JdbcJournal> nodes = List.of(node("a"), node("b"), node("c"));
        silence("dead");

        List<Map<JobId, Taken>> taken = together(IntStream.range(0, 9)
                .mapToObj(number -> (Callable<Map<JobId, Taken>>) () -> {
                    Map<JobId, Taken> mine = new ConcurrentHashMap<>();
                    List<Job> order = new ArrayList<>(jobs);
                    Collections.shuffle(order, new Random(number));
                    order.forEach(
                            job -> mine.put(job.id(), nodes.get(number % 3).take(job.id())));
                    return mine;
                })
                .toList());

        for (Job job : jobs) {
            Set<Integer> winners = new HashSet<>();
            for (int i = 0; i < taken.size(); i++) {
                if (taken.get(i).get(job.id()) instanceof Taken.Here here) {
                    winners.add(i % 3);
                    assertThat(here.job().version()).isEqualTo(job.version() + 1);
                }
            }
            assertThat(winners).as("nodes that have %s", job.id()).hasSize(1);
        }
    }

    @Test
    void aJobOfANodeThatIsThereStaysIts() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job job = a.admit(Jobs.admitted("peony.png"));

        assertThat(b.take(job.id())).isEqualTo(new Taken.Elsewhere("a"));
        assertThat(b.unfinishedIds()).isEmpty();
        assertThat(b.abandoned(10)).isEmpty();
        assertThat(a.take(job.id())).isEqualTo(new Taken.Here(job));
    }

    @Test
    void aNodeThatStopsItsHeartbeatLosesItsJobsAndOneThatGoesOnKeepsThem() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job job = a.admit(Jobs.admitted("peony.png"));

        silence("a");
        assertThat(b.abandoned(10)).containsExactly(job.id());
        assertThat(a.beat()).isTrue();
        assertThat(b.abandoned(10)).isEmpty();
        assertThat(b.take(job.id())).isInstanceOf(Taken.Elsewhere.class);

        silence("a");
        assertThat(b.take(job.id())).isEqualTo(new Taken.Here(job.committed(), 1));
        assertThat(a.take(job.id())).isEqualTo(new Taken.Elsewhere("b"));
    }

    @Test
    void afterTheDatabaseWasAwayNobodyTakesAnothersJobsBeforeThatHadTimeToComeBack() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job job = a.admit(Jobs.admitted("peony.png"));
        sql("UPDATE session SET since = 0, lease_until = 0");

        assertThat(b.beat()).isTrue();
        assertThat(b.abandoned(10)).isEmpty();
        assertThat(b.take(job.id())).isEqualTo(new Taken.Elsewhere("a"));

        sql("UPDATE session SET since = since - " + LEASE.toMillis() + " WHERE node = 'b'");
        assertThat(b.take(job.id())).isInstanceOf(Taken.Here.class);
    }

    @Test
    void whoWasOnlySlowLosesItsLateWriteAndSoItsPost() {
        JdbcJournal slow = node("slow");
        JdbcJournal other = node("other");
        Job job = slow.admit(Jobs.admitted("peony.png"));
        silence("slow");
        Job taken = ((Taken.Here) other.take(job.id())).job();

        assertRefused(Why.LATE, () -> slow.intend(submitting(job)));
        assertRefused(Why.LATE, () -> slow.record(job.in(new JobState.Admitted(NOON, "BREAKER_OPEN"))));
        Job readAgain = slow.find(job.id()).orElseThrow();
        assertRefused(Why.LATE, () -> slow.intend(submitting(readAgain)));
        assertRefused(Why.LATE, () -> slow.record(readAgain));
        assertThat(other.find(job.id())).contains(taken);
        assertThat(other.intend(submitting(taken)).version()).isEqualTo(taken.version() + 1);
    }

    @Test
    void whoSignsOffGivesItsJobsAtOnce() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job job = a.admit(Jobs.admitted("peony.png"));

        a.close();

        assertThat(b.take(job.id())).isInstanceOf(Taken.Here.class);
    }

    @Test
    void aNodeThatStartsAgainInItsFolderHasItsJobsAtOnceWhateverItsLease() {
        JdbcJournal before = node("a");
        Job job = before.admit(Jobs.admitted("peony.png"));

        JdbcJournal again = node("a");

        assertThat(again.unfinishedIds()).containsExactly(job.id());
        assertThat(again.take(job.id())).isInstanceOf(Taken.Here.class);
        assertThat(before.beat()).isFalse();
    }

    @Test
    void anotherNodeOfTheSameNameIsRefusedWhileTheFirstIsThere() {
        JdbcJournal first = node("a");

        assertThatThrownBy(() -> node("a", "another home", InstantSource.system()))
                .asInstanceOf(type(JournalException.class))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("NODE_NAME_TAKEN"));

        silence("a");
        node("a", "another home", InstantSource.system());
        assertThat(first.beat()).isFalse();
    }

    @Test
    void itIsKnownWhichNodeHasAJobAndWhichCommittedWhat() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job job = a.admit(Jobs.admitted("peony.png"));
        silence("a");
        b.take(job.id());

        assertThat(a.nodes(List.of(job.id()))).containsExactly(Map.entry(job.id(), "b"));
        assertThat(a.history(job.id())).extracting(Journal.Transition::node).containsExactly("a", "b");
    }

    @Test
    void oneIntentWithoutAnIdIsOpenAtATime() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job first = a.intend(submitting(a.admit(Jobs.admitted("1.png"))));
        Job second = submitting(b.admit(Jobs.admitted("2.png")));

        assertRefused(Why.LANE_TAKEN, () -> b.intend(second));
        assertThat(b.limits().isLaneFree(second.id())).isFalse();

        a.record(submitted(first, "task-1"));
        assertThat(b.limits().isLaneFree(second.id())).isTrue();
        assertThat(b.intend(second).state()).isInstanceOf(Submitting.class);
    }

    @Test
    void anIntentThatIsGivenUpLeavesTheLane() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job first = a.intend(submitting(a.admit(Jobs.admitted("1.png"))));

        a.record(first.withIntent(Objects.requireNonNull(first.intent()).givenUp("the task list cannot be had")));

        assertThat(b.intend(submitting(b.admit(Jobs.admitted("2.png")))).state())
                .isInstanceOf(Submitting.class);
    }

    /** Each of many jobs is sent once by whichever node, and never two at once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void underContentionTheLaneIsNeverSharedAndEachJobPassesOnce(long seed) throws Exception {
        List<JdbcJournal> nodes = List.of(node("a"), node("b"), node("c"));
        AtomicInteger inTheLane = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();

        together(IntStream.range(0, 6)
                .mapToObj(number -> (Callable<Integer>) () -> {
                    JdbcJournal node = nodes.get(number % 3);
                    Random random = new Random(seed * 100 + number);
                    for (int i = 0; i < 5; i++) {
                        Job job = node.admit(Jobs.admitted(number + "-" + i + ".png"));
                        Job going = insist(node, submitting(job));
                        most.accumulateAndGet(inTheLane.incrementAndGet(), Math::max);
                        sent.incrementAndGet();
                        Job next = random.nextInt(4) == 0
                                ? going.in(((Submitting) going.state()).notTaken(NOON))
                                        .withIntent(null)
                                : submitted(going, "task-" + number + "-" + i);
                        inTheLane.decrementAndGet();
                        node.record(next);
                    }
                    return 0;
                })
                .toList());

        assertThat(most).hasValue(1);
        assertThat(sent).hasValue(30);
    }

    private static Job insist(JdbcJournal node, Job submitting) {
        while (true) {
            try {
                return node.intend(submitting);
            } catch (RefusedWriteException taken) {
                assertThat(taken.why()).isEqualTo(Why.LANE_TAKEN);
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void ofAnOpenIntentItIsKnownHowItsSenderStands() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job job = a.intend(submitting(a.admit(Jobs.admitted("1.png"))));

        assertThat(senders(a)).containsExactly(Sender.HERE);
        assertThat(senders(b)).containsExactly(Sender.ELSEWHERE);
        silence("a");
        assertThat(senders(b)).containsExactly(Sender.SILENT);
        a.close();
        assertThat(senders(b)).containsExactly(Sender.OVER);
        b.take(job.id());
        assertThat(senders(b)).containsExactly(Sender.HERE);
    }

    @Test
    void whoLeftAJobToOthersIsDoneWithSendingIt() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job job = a.intend(submitting(a.admit(Jobs.admitted("1.png"))));

        a.release(job.id());

        assertThat(senders(b)).as("any node settles it, and the lane is free").containsExactly(Sender.OVER);
    }

    @Test
    void aJobThatASilentNodeMayStillSendIsNotTakenBeforeItsIntentIsSettled() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job job = a.intend(submitting(a.admit(Jobs.admitted("1.png"))));

        silence("a");
        assertThat(b.take(job.id())).isInstanceOf(Taken.Elsewhere.class);
        a.close();
        assertThat(b.take(job.id())).isInstanceOf(Taken.Here.class);
    }

    private static List<Sender> senders(Journal journal) {
        return journal.openIntents().stream().map(OpenIntent::sender).toList();
    }

    @Test
    void clocksThatDifferAreKnownByTheDatabases() {
        InstantSource fast = () -> InstantSource.system().instant().plusSeconds(300);
        JdbcJournal a = node("a", "home of a", fast);
        JdbcJournal b = node("b");
        a.intend(submitting(a.admit(Jobs.admitted("1.png"))));

        assertThat(b.openIntents().get(0).ahead()).isBetween(Duration.ofSeconds(295), Duration.ofSeconds(305));
        assertThat(a.openIntents().get(0).ahead()).isZero();
    }

    @Test
    void placesAreCountedOverAllNodes() throws Exception {
        List<JdbcJournal> nodes = List.of(node("a"), node("b"), node("c"));
        List<Boolean> places = together(IntStream.range(0, 12)
                .mapToObj(number -> (Callable<Boolean>) () -> {
                    JdbcJournal node = nodes.get(number % 3);
                    Job job = node.admit(Jobs.admitted(number + ".png"));
                    return node.limits().takePlace(job.id(), 5);
                })
                .toList());

        assertThat(places.stream().filter(taken -> taken)).hasSize(5);
    }

    @Test
    void aPlaceGoesWithTheCommitThatEndsTheJobsTimeWithTheCloud() {
        JdbcJournal a = node("a");
        AccountLimits limits = node("b").limits();
        Job job = a.admit(Jobs.admitted("1.png"));
        JobId next = a.admit(Jobs.admitted("2.png")).id();
        assertThat(a.limits().takePlace(job.id(), 1)).isTrue();
        assertThat(a.limits().takePlace(job.id(), 1)).as("its own").isTrue();
        Job there = a.record(submitted(a.intend(submitting(job)), "task-1"));
        a.limits().leavePlace(job.id());
        assertThat(limits.takePlace(next, 1)).as("its task is there").isFalse();

        a.record(there.in(((JobState.BeforeTheEngine) there.state()).locally("DEADLINE", NOON)));

        assertThat(limits.takePlace(next, 1)).isTrue();
    }

    @Test
    void ofASilentNodeTasksKeepTheirPlacesAndQueuersDoNot() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job queuing = a.admit(Jobs.admitted("1.png", now()));
        Job sent = a.admit(Jobs.admitted("2.png", now()));
        JobId next = b.admit(Jobs.admitted("3.png", now())).id();
        assertThat(a.limits().takePlace(queuing.id(), 2)).isTrue();
        assertThat(a.limits().takePlace(sent.id(), 2)).isTrue();
        a.record(sent.in(new JobState.Submitted(now(), WANX, "task-1")));

        assertThat(b.limits().takePlace(next, 2)).isFalse();
        silence("a");
        assertThat(b.limits().takePlace(next, 1)).isFalse();
        assertThat(b.limits().takePlace(next, 2)).isTrue();
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    @Test
    void turnsAreDealtOneByOneToAllNodes() throws Exception {
        List<JdbcJournal> nodes = List.of(node("a"), node("b"), node("c"));
        Duration patience = Duration.ofHours(1);

        // Ten minutes apart, so that the time the test takes is nothing beside it.
        List<Duration> waits = together(IntStream.range(0, 6)
                .mapToObj(number -> (Callable<Duration>) () -> nodes.get(number % 3)
                        .limits()
                        .turn(AccountLimits.Call.SUBMIT, 1 / 600.0, patience)
                        .orElseThrow())
                .toList());

        assertThat(waits.stream().map(wait -> (wait.toSeconds() + 60) / 600).sorted())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(nodes.get(0).limits().turn(AccountLimits.Call.TASK, 1 / 600.0, patience))
                .contains(Duration.ZERO);
        assertThat(nodes.get(0).limits().turn(AccountLimits.Call.SUBMIT, 1 / 600.0, Duration.ofMinutes(20)))
                .isEmpty();
    }

    @Test
    void anAccountThatOneNodeFindsRefusedIsStoppedForAll() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job job = submitting(b.admit(Jobs.admitted("1.png")));

        a.limits().stop(Duration.ofMinutes(1));

        assertRefused(Why.ACCOUNT_STOPPED, () -> b.intend(job));
        assertThat(b.limits().stopped())
                .hasValueSatisfying(left -> assertThat(left).isLessThanOrEqualTo(Duration.ofMinutes(1)));
        a.limits().go();
        assertThat(b.limits().stopped()).isEmpty();
        assertThat(b.intend(job).state()).isInstanceOf(Submitting.class);
    }

    @Test
    void thatTheAccountIsStoppedDoesNotStopAnotherProvidersJobs() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job job = b.admit(Jobs.admitted("1.png"));

        a.limits().stop(Duration.ofMinutes(1));

        assertThat(b.intend(submitting(job, "openai:flat-1")).state()).isInstanceOf(Submitting.class);
    }

    @Test
    void anotherProvidersJobHasNoPlaceWithTheAccountAndHasItsLane() {
        JdbcJournal a = node("a");
        JdbcJournal b = node("b");
        Job job = a.admit(Jobs.admitted("1.png"));
        Job next = b.admit(Jobs.admitted("2.png"));
        assertThat(a.limits().takePlace(job.id(), 1)).isTrue();

        a.intend(submitting(job, "openai:flat-1"));

        assertThat(b.limits().takePlace(next.id(), 1)).isTrue();
        assertRefused(Why.LANE_TAKEN, () -> b.intend(submitting(next)));
    }
}
