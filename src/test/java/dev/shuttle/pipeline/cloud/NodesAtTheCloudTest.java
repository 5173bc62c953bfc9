package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Node;
import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.pipeline.job.RefusedWriteException;
import dev.shuttle.pipeline.job.Taken;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of one journal and one account, with a work folder each: nothing is paid twice, whoever stops where. */
final class NodesAtTheCloudTest {
    private static @Nullable PostgresCluster cluster;

    @TempDir
    private Path folder = Path.of("");

    private String url = "";

    @SuppressWarnings("NullAway.Init")
    private JdbcJournal journalOfA;

    @SuppressWarnings("NullAway.Init")
    private JdbcJournal journalOfB;

    @SuppressWarnings("NullAway.Init")
    private Mill a;

    @SuppressWarnings("NullAway.Init")
    private Mill b;

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
    void startNodes() throws IOException {
        url = running().newDatabase();
        journalOfA = journal("a");
        a = new Mill(folder.resolve("a"), journalOfA, null);
        journalOfB = journal("b");
        b = new Mill(folder.resolve("b"), journalOfB, a);
        // The mills' clock stands still, so both say at once how far it is off.
        journalOfA.beat();
        journalOfB.beat();
    }

    @AfterEach
    void stopNodes() {
        b.close();
        a.close();
        journalOfA.close();
        journalOfB.close();
    }

    private static PostgresCluster running() {
        return Objects.requireNonNull(cluster, "cluster");
    }

    private JdbcJournal journal(String name) {
        Node node = new Node(name, "home of " + name, "test", Duration.ofHours(1), "account");
        return JdbcJournal.open(url, running().user(), null, node, () -> a == null ? Instant.now() : a.clock.instant());
    }

    private void silence(String node) {
        sql("UPDATE session SET since = 0");
        sql("UPDATE session SET lease_until = 0 WHERE node = '" + node + "'");
    }

    private void sql(String update) {
        try (Connection connection = DriverManager.getConnection(url, running().user(), null);
                Statement statement = connection.createStatement()) {
            statement.execute(update);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long paid() {
        return a.emulator.ledger().accepted();
    }

    /** Node a is killed in a submit: returns its job. */
    private Job killed(Mill.Kill when) throws IOException {
        Job job = a.admitted();
        a.kill = when;
        assertThatThrownBy(() -> a.submitted(job)).isNotNull();
        assertThat(a.known(job).state()).isInstanceOf(Submitting.class);
        return job;
    }

    @Test
    void twoNodesSendInTurnAndEachPictureIsPaidOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<List<Job>> submitted : threads.invokeAll(List.of(submits(a), submits(b)))) {
                assertThat(submitted.get())
                        .extracting(Job::state)
                        .hasSize(4)
                        .allMatch(state -> state instanceof Submitted);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(paid()).isEqualTo(8);
        assertThat(journalOfA.taskIdsSince(Instant.EPOCH)).hasSize(8);
    }

    private static Callable<List<Job>> submits(Mill mill) {
        return () -> {
            List<Job> submitted = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                submitted.add(mill.submitted(mill.admitted()));
            }
            return submitted;
        };
    }

    @Test
    void aNodeThatCameBackTooLateSendsNothing() throws Exception {
        Job job = a.admitted();
        silence("a");
        assertThat(journalOfB.take(job.id())).isInstanceOf(Taken.Here.class);

        assertThatThrownBy(() -> a.submitted(job)).hasStackTraceContaining(RefusedWriteException.class.getName());

        assertThat(paid()).isZero();
    }

    @Test
    void whatASilentNodeHasPerhapsNotSentIsSentByNobodyAndHoldsUpNobody() throws Exception {
        Job lost = killed(Mill.Kill.BEFORE_THE_POST);
        silence("a");

        Job sent = b.submitted(b.admitted());

        assertThat(sent.state()).isInstanceOf(Submitted.class);
        assertThat(paid()).isOne();
        assertThat(OpenIntents.isGivenUp(a.known(lost))).isTrue();
    }

    @Test
    void whatANodeThatIsOverHasCertainlyNotSentMayBeSent() throws Exception {
        Job lost = killed(Mill.Kill.BEFORE_THE_POST);
        journalOfA.close();

        b.submitted(b.admitted());

        assertThat(b.known(lost).state()).isInstanceOf(Admitted.class);
    }

    @Test
    void theTaskOfASilentNodeIsFoundAndItsJobGoesOnWithIt() throws Exception {
        Job lost = killed(Mill.Kill.AFTER_THE_POST);
        silence("a");

        b.submitted(b.admitted());

        assertThat(b.known(lost).state()).isInstanceOf(Submitted.class);
        assertThat(paid()).isEqualTo(2);
    }

    @Test
    void whatASilentNodeIsSendingIsNotTakenFromIt() throws Exception {
        Job job = a.admitted();
        List<Taken> tried = new ArrayList<>();
        a.whileSending = () -> {
            silence("a");
            tried.add(journalOfB.take(job.id()));
        };

        assertThat(a.submitted(job).state()).isInstanceOf(Submitted.class);

        assertThat(tried).singleElement().isInstanceOf(Taken.Elsewhere.class);
        assertThat(paid()).isOne();
        assertThat(journalOfB.take(job.id())).isInstanceOf(Taken.Here.class);
    }

    @Test
    void whereOneNodesBreakerIsOpenTheOtherSendsNothing() throws Exception {
        a.breaker.transitionToOpenState();

        Job job = b.submitted(b.admitted());

        assertThat(paid()).isZero();
        assertThat(job.state()).isInstanceOf(Converting.class);
        assertThat(b.breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void whatASilentNodeLeftIsSettledAlsoWhileNobodySends() throws Exception {
        Job lost = killed(Mill.Kill.AFTER_THE_POST);
        silence("a");

        b.stage().settleOthers();

        assertThat(b.known(lost).state()).isInstanceOf(Submitted.class);
        assertThat(paid()).isOne();
    }

    @Test
    void aNewJobThatNoNodeTakesOutOfTheBrokersQueueGoesOnWithoutTheCloud() throws Exception {
        Job job = a.admitted();
        journalOfA.handOn(job, Duration.ZERO, Duration.ofMinutes(10));
        sql("UPDATE job SET updated_at = 0");

        assertThat(b.stage().impatient())
                .as("the time before the start does not count")
                .isEmpty();
        b.clock.move(Duration.ofHours(2));
        assertThat(b.stage().impatient()).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(job.id());
            assertThat(left.state())
                    .isInstanceOfSatisfying(
                            Converting.class,
                            state -> assertThat(state.reason()).isEqualTo("CLOUD_BUSY"));
        });
        assertThat(b.stage().impatient()).isEmpty();
    }
}
