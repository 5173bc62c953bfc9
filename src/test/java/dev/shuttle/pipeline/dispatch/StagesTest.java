package dev.shuttle.pipeline.dispatch;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.Node;
import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.pipeline.job.Taken;
import dev.shuttle.report.outcome.Road;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the ids that travel from stage to stage, whatever the broker does with them. */
final class StagesTest {
    private static final Transport BY_BROKER =
            new Transport(true, false, true, Duration.ofMinutes(10), Duration.ofSeconds(10));
    private static final Transport WITHOUT_DELAYS =
            new Transport(true, false, false, Duration.ofMinutes(10), Duration.ofSeconds(10));

    private static @Nullable PostgresCluster cluster;

    private final List<JdbcJournal> opened = new ArrayList<>();
    private static String url = "";

    @BeforeAll
    static void startServer() throws IOException {
        Optional<Path> binaries = PostgresCluster.binaries();
        assumeTrue(binaries.isPresent(), "no PostgreSQL here");
        cluster = PostgresCluster.start(binaries.orElseThrow());
        url = running().newDatabase();
        JdbcJournal.open(url, running().user(), null).close();
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @BeforeEach
    void emptyTables() throws Exception {
        sql("TRUNCATE job, transition, session, account, reader");
    }

    @AfterEach
    void closeAll() {
        opened.forEach(JdbcJournal::close);
    }

    private static PostgresCluster running() {
        return Objects.requireNonNull(cluster, "cluster");
    }

    /** A program of that name; started again, the one before is certainly over. */
    private JdbcJournal node(String name) {
        return node(name, true);
    }

    private JdbcJournal node(String name, boolean isReached) {
        Node node = new Node(name, "home of " + name, "test", "all", Duration.ofHours(1), "account", isReached);
        JdbcJournal journal = JdbcJournal.open(url, running().user(), null, node, InstantSource.fixed(NOON));
        opened.add(journal);
        return journal;
    }

    private static Stages stages(JdbcJournal journal, Transport transport) {
        return new Stages(
                journal,
                transport,
                job -> Reach.HERE,
                job -> Duration.ofSeconds(30),
                new InHand(),
                () -> true,
                InstantSource.fixed(NOON),
                new Shutdown());
    }

    private static Stages stages(JdbcJournal journal) {
        return stages(journal, BY_BROKER);
    }

    private static Stages stages(Journal journal, Reach reach) {
        return new Stages(
                journal,
                BY_BROKER,
                job -> reach,
                job -> Duration.ofSeconds(30),
                new InHand(),
                () -> true,
                InstantSource.fixed(NOON),
                new Shutdown());
    }

    /** A journal that goes away once, right after it has done this. */
    private static Journal awayAfter(Journal journal, String method) {
        AtomicBoolean wasAway = new AtomicBoolean();
        return (Journal) Proxy.newProxyInstance(
                StagesTest.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, called, arguments) -> {
                    Object done = called.invoke(journal, arguments);
                    if (called.getName().equals(method) && !wasAway.getAndSet(true)) {
                        throw JournalException.notKept(
                                Jobs.admitted("peony.png").id(), new IOException("away"));
                    }
                    return done;
                });
    }

    private static Job running(JdbcJournal journal) {
        Job running = Jobs.inEveryOpenState().stream()
                .filter(job -> job.state().name().equals("RUNNING"))
                .findFirst()
                .orElseThrow();
        return journal.admit(running);
    }

    private void sql(String statement) throws Exception {
        try (var connection = DriverManager.getConnection(url, running().user(), null);
                var to = connection.createStatement()) {
            to.execute(statement);
        }
    }

    @Test
    void inOneProgramTheMessageIsTheIdAndTheRecordWaits() {
        Job job = Jobs.admitted("peony.png");
        Stages stages = new Stages(
                new MemoryJournal(),
                Transport.IN_PROCESS,
                any -> Reach.HERE,
                waiting -> Duration.ZERO,
                new InHand(),
                () -> true,
                InstantSource.fixed(NOON),
                new Shutdown());

        Object message = stages.handOn(job, "cloud");

        assertThat(message).isEqualTo(job.id().value());
        assertThat(stages.take(message, "cloud")).isSameAs(job);
        assertThat(stages.take(message, "cloud")).as("it comes once").isInstanceOf(Taken.Stray.class);
    }

    @Test
    void whatOneProgramHandsOnAnotherTakesAsItWasHandedOn() {
        JdbcJournal first = node("first");
        JdbcJournal other = node("other");
        Job held = first.admit(Jobs.admitted("peony.png").in(new Admitted(NOON, "BREAKER_OPEN")));
        Job released = held.in(new Admitted(NOON, null));

        Object message = stages(first).handOn(released, "cloud");

        assertThat(message).isEqualTo(held.id().value());
        assertThat(stages(other).take(message, "cloud")).isEqualTo(released);
        assertThat(other.nodes(List.of(held.id()))).containsValue("other");
        assertThat(other.history(held.id())).as("handing on is no state").hasSize(1);
    }

    @Test
    void aMessageThatComesTwiceFindsTheJobInHand() {
        JdbcJournal first = node("first");
        Stages stages = stages(first);
        Object message = stages.handOn(first.admit(Jobs.admitted("peony.png")), "cloud");
        assertThat(stages.take(message, "cloud")).isInstanceOf(Job.class);

        assertThat(stages.take(message, "cloud")).isInstanceOf(Taken.Stray.class);
    }

    @Test
    void aMessageThatWasNotAcknowledgedComesBeforeTheNextPollAndIsLeft() {
        JdbcJournal first = node("first");
        Stages stages = stages(first);

        Object message = stages.handOn(running(first), "resumed");

        assertThat(stages.take(message, "resumed"))
                .as("its next poll is due in 30 seconds")
                .isInstanceOf(Taken.Stray.class);
    }

    @Test
    void theJobOfANodeThatIsThereOrSilentIsAskedForLater() {
        JdbcJournal first = node("first");
        JdbcJournal other = node("other");
        Job job = first.admit(Jobs.admitted("peony.png"));

        Object taken = stages(other).take(job.id().value(), "cloud");

        assertThat(stages(other).isForLater(taken)).isTrue();
        assertThat(stages(other).backTo("amqp:queue:cloud?x=1")).isEqualTo("amqp:queue:cloud?x=1&deliveryDelay=10000");
    }

    @Test
    void theJobOfAProcessThatIsCertainlyOverIsTakenAtOnce() {
        JdbcJournal first = node("first");
        Job job = first.admit(Jobs.admitted("peony.png"));
        node("first");

        assertThat(stages(node("other")).take(job.id().value(), "cloud")).isInstanceOf(Job.class);
    }

    @Test
    void aMessageThatTookDownFiveProgramsEndsItsJob() {
        Job job = node("first").admit(Jobs.admitted("peony.png"));
        for (int i = 0; i < Taken.MOST_TRIES; i++) {
            assertThat(stages(node("first")).take(job.id().value(), "cloud"))
                    .isInstanceOfSatisfying(
                            Job.class, taken -> assertThat(taken.isFinal()).isFalse());
        }

        Object taken = stages(node("first")).take(job.id().value(), "cloud");

        assertThat(taken)
                .isInstanceOfSatisfying(
                        Job.class,
                        failed -> assertThat(failed.state())
                                .isInstanceOfSatisfying(
                                        Failed.class,
                                        end -> assertThat(end.problem().code()).isEqualTo("KEEPS_FAILING")));
        assertThat(stages(node("other")).isMisplaced(taken, "cloud"))
                .as("it goes where it ends")
                .isTrue();
    }

    @Test
    void aDeadLetterEndsItsJob() {
        JdbcJournal first = node("first");
        Stages stages = stages(first);
        Object message = stages.handOn(first.admit(Jobs.admitted("peony.png")), "cloud");

        assertThat(stages.take(message, "dead-letters"))
                .isInstanceOfSatisfying(
                        Job.class, job -> assertThat(job.isFinal()).isTrue());
    }

    @Test
    void whatIsNoIdIsLeftOut() {
        Stages stages = stages(node("first"));

        assertThat(stages.take(null, "cloud")).isInstanceOf(Taken.Unknown.class);
        assertThat(stages.take("../../etc", "cloud")).isInstanceOf(Taken.Unknown.class);
    }

    @Test
    void aMessageThatWasLostIsSentAgainWhenItsTimeIsOver() throws Exception {
        JdbcJournal first = node("first");
        Stages stages = stages(first);
        Job job = first.admit(Jobs.admitted("peony.png"));
        stages.handOn(job, "cloud");
        assertThat(stages.unsent()).as("within its patience").isEmpty();

        sql("UPDATE job SET send_at = 0");

        assertThat(stages(node("other")).unsent()).extracting(Job::id).containsExactly(job.id());
        assertThat(stages.unsent()).as("by one").isEmpty();
    }

    @Test
    void aBrokerThatIsAwayIsTriedAgainSoon() throws Exception {
        JdbcJournal first = node("first");
        Stages stages = stages(first);
        Object message = stages.handOn(first.admit(Jobs.admitted("peony.png")), "cloud");
        assertThat(stages.isUnsent(message)).isTrue();

        stages.sendAgain((String) message);

        sql("UPDATE job SET send_at = send_at - 1000");
        assertThat(stages.unsent()).hasSize(1);
    }

    @Test
    void whereTheBrokerKeepsNothingDueTimesAreInTheDatabase() throws Exception {
        JdbcJournal first = node("first");
        Stages stages = stages(first, WITHOUT_DELAYS);
        Job job = running(first);

        assertThat(stages.isMessage(stages.handOn(job, "resumed"))).isFalse();
        assertThat(stages.whenDue(job, "amqp:queue:poll")).isEqualTo("amqp:queue:poll");
        assertThat(stages.unsent()).as("its poll is not due").isEmpty();

        sql("UPDATE job SET due = due - 30000, send_at = send_at - 30000");

        assertThat(stages.unsent()).extracting(Job::id).containsExactly(job.id());
    }

    @Test
    void aJobThatHasGoneOnGoesWhereItBelongs() {
        JdbcJournal first = node("first");
        Job job = first.admit(Jobs.admitted("peony.png"));
        Job converting = first.record(job.in(new Converting(NOON, Road.LOCAL, "TICKET")));
        Stages stages = stages(first);
        Object message = stages.handOn(converting, "convert");

        Object taken = stages.take(message, "cloud");

        assertThat(stages.isHere(taken, "cloud")).isFalse();
        assertThat(stages.isMisplaced(taken, "cloud")).isTrue();
        assertThat(stages.isHere(taken, "convert")).isTrue();
    }

    @Test
    void aPollThatIsDueIsSentAtOnceByABrokerThatKeepsNothing() throws Exception {
        JdbcJournal first = node("first");
        Stages stages = stages(first, WITHOUT_DELAYS);
        stages.handOn(running(first), "resumed");
        sql("UPDATE job SET due = due - 30000, send_at = send_at - 30000");

        Job due = stages.unsent().get(0);

        assertThat(stages.isMessage(stages.handOn(due, "resumed")))
                .as("its wait is over")
                .isTrue();
        assertThat(stages.isMessage(stages.handOn(due, "resumed")))
                .as("the next one is not")
                .isFalse();
    }

    @Test
    void whatWaitsIsSentAgainSoonAfterTheBrokerWasAway() throws Exception {
        JdbcJournal first = node("first");
        Stages stages = stages(first);
        Job waiting = first.admit(Jobs.admitted("peony.png"));
        stages.handOn(waiting, "cloud");
        stages.handOn(running(first), "resumed");

        stages.brokerIsBack();
        assertThat(stages.unsent()).as("the broker may have kept it").isEmpty();
        sql("UPDATE job SET send_at = send_at - 5000");

        assertThat(stages.unsent())
                .extracting(Job::id)
                .as("no poll before its time")
                .containsExactly(waiting.id());
    }

    @Test
    void whoseFilesNoOtherReachesIsNobodyElsesToTakeOrSend() throws Exception {
        JdbcJournal first = node("first", false);
        JdbcJournal other = node("other", false);
        Stages stages = stages(first);
        Object message = stages.handOn(first.admit(Jobs.admitted("peony.png")), "cloud");

        assertThat(stages(other).take(message, "cloud")).isInstanceOf(Taken.Stray.class);
        sql("UPDATE job SET send_at = 0");

        assertThat(stages(other).unsent()).isEmpty();
        assertThat(stages.unsent()).hasSize(1);
    }

    @Test
    void aDeadLetterEndsItsJobWhereItsFilesAreWhoeverReadsIt() {
        JdbcJournal first = node("first", false);
        Stages stages = stages(first);
        Object message = stages.handOn(first.admit(Jobs.admitted("peony.png")), "cloud");

        assertThat(stages(node("other", false)).take(message, "dead-letters")).isInstanceOf(Taken.Stray.class);

        assertThat(stages.unsent())
                .singleElement()
                .satisfies(job -> assertThat(job.state())
                        .isInstanceOfSatisfying(
                                Failed.class,
                                end -> assertThat(end.problem().code()).isEqualTo("KEEPS_FAILING")));
    }

    @Test
    void whatWasHandedOnWhileTheJournalWentAwayIsSent() {
        JdbcJournal first = node("first");
        Stages stages = stages(awayAfter(first, "handOn"), Reach.HERE);
        Job job = first.admit(Jobs.admitted("peony.png"));

        assertThatThrownBy(() -> stages.handOn(job, "cloud")).isInstanceOf(JournalException.class);

        assertThat(stages.unsent()).extracting(Job::id).containsExactly(job.id());
    }

    @Test
    void whatWasReceivedWhileTheJournalWentAwayIsGoneOnWith() {
        JdbcJournal first = node("first");
        Object message = stages(first).handOn(first.admit(Jobs.admitted("peony.png")), "cloud");

        assertThat(stages(awayAfter(first, "receive"), Reach.HERE).take(message, "cloud"))
                .isInstanceOf(Job.class);
    }

    @Test
    void whatWasTakenBackWhileTheJournalWentAwayIsGoneOnWith() throws Exception {
        JdbcJournal first = node("first");
        Stages stages = stages(awayAfter(first, "reclaim"), Reach.HERE);
        stages(first).handOn(first.admit(Jobs.admitted("peony.png")), "cloud");
        sql("UPDATE job SET send_at = 0");

        assertThat(stages.unsent()).as("the journal is away").isEmpty();

        assertThat(stages.unsent()).hasSize(1);
    }

    @Test
    void aJobWhosePictureIsNowhereEnds() {
        JdbcJournal first = node("first");
        Object message = stages(first).handOn(first.admit(Jobs.admitted("peony.png")), "cloud");

        assertThat(stages(first, Reach.GONE).take(message, "cloud"))
                .isInstanceOfSatisfying(
                        Job.class,
                        job -> assertThat(job.state())
                                .isInstanceOfSatisfying(
                                        Failed.class,
                                        end -> assertThat(end.problem().code()).isEqualTo("SOURCE_LOST")));
    }

    @Test
    void aJobWhosePictureCannotBeHadNowIsAskedForLater() {
        JdbcJournal first = node("first");
        Object message = stages(first).handOn(first.admit(Jobs.admitted("peony.png")), "cloud");
        Stages stages = stages(first, Reach.NOT_NOW);

        assertThat(stages.isForLater(stages.take(message, "cloud"))).isTrue();
    }

    @Test
    void aNewJobThatNoNodeTakesToTheCloudIsTakenBack() {
        JdbcJournal first = node("first");
        Job job = first.admit(Jobs.admitted("peony.png"));
        Object message = stages(first).handOn(job, "cloud");

        // It was admitted at noon of a day long past.
        assertThat(first.lostMessages().unheard(Duration.ofHours(1), 10)).containsExactly(job.id());
        assertThat(first.lostMessages().recall(job.id())).isInstanceOf(Taken.Here.class);
        assertThat(stages(first).take(message, "cloud")).as("too late").isInstanceOf(Taken.Stray.class);
    }
}
