package dev.shuttle.dispatch;

import static dev.shuttle.job.Jobs.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.disk.JobFolder;
import dev.shuttle.intake.Admission;
import dev.shuttle.intake.Arrivals;
import dev.shuttle.intake.Cards;
import dev.shuttle.job.Job;
import dev.shuttle.job.JobState.Admitted;
import dev.shuttle.job.JobState.Closed;
import dev.shuttle.job.JobState.Converting;
import dev.shuttle.job.JobState.Failed;
import dev.shuttle.job.JobState.Rejected;
import dev.shuttle.job.JobState.Running;
import dev.shuttle.job.JobState.Submitted;
import dev.shuttle.job.JobState.Submitting;
import dev.shuttle.job.Jobs;
import dev.shuttle.job.Journal;
import dev.shuttle.job.MemoryJournal;
import dev.shuttle.job.Order;
import dev.shuttle.job.Road;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.outbox.Publisher;
import dev.shuttle.outbox.Results;
import dev.shuttle.preset.Presets;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.TicketFile;
import dev.shuttle.settings.Settings.Intake;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a job goes next. */
final class DispatchTest {
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    @TempDir
    private Path folder = Path.of("");

    private final Journal journal = new MemoryJournal();
    private final Admission admission = new Admission(
            new Intake(
                    Duration.ofSeconds(1),
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    true,
                    "weaving_machine",
                    1 << 20,
                    1_000_000),
            Presets.load(Path.of("none")),
            new Cards(Path.of("none")),
            journal,
            CLOCK);
    private Results results = new Results(folder, new dev.shuttle.outbox.Outbox(folder));
    private boolean cloudIsOn = true;
    private boolean cloudAnswers = true;

    @BeforeEach
    void folders() throws IOException {
        results = Results.in(folder);
    }

    private Dispatch dispatch() {
        return new Dispatch(admission, journal, results.outbox(), cloudIsOn, () -> cloudAnswers, CLOCK);
    }

    private Recovery recovery() {
        return recovery(journal);
    }

    private Recovery recovery(Journal asked) {
        return new Recovery(
                results.work(),
                results.work().resolveSibling("inbox"),
                asked,
                admission,
                job -> results.outbox().placeOf(job).isPresent());
    }

    private Publisher publisher() {
        return new Publisher(results.work(), results.outbox(), journal, Locale.ENGLISH, CLOCK);
    }

    static Stream<Job> openJobs() {
        return Jobs.inEveryOpenState().stream();
    }

    static Stream<Job> jobsWithATask() {
        return openJobs().filter(DispatchTest::hasTask);
    }

    static Stream<Job> jobsWithoutATask() {
        return openJobs().filter(job -> !hasTask(job));
    }

    private static boolean hasTask(Job job) {
        return job.state() instanceof Submitted || job.state() instanceof Running;
    }

    static Stream<Job> endedJobs() {
        return Jobs.inEveryFinalState().stream();
    }

    private Job entered(Job job) {
        journal.admit(job.in(new Admitted(NOON, null)));
        return journal.record(job);
    }

    private JobFolder claimed(Job job, byte[] bytes) throws IOException {
        JobFolder claimed = results.claimed(job);
        Files.write(claimed.requireSource(), bytes);
        return claimed;
    }

    @Nested
    final class Settling {
        @ParameterizedTest
        @MethodSource("dev.shuttle.dispatch.DispatchTest#endedJobs")
        void whatHasEndedIsLeftAlone(Job job) {
            assertThat(dispatch().settle(job)).isSameAs(job);
            assertThat(dispatch().isFinished(job)).isTrue();
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.dispatch.DispatchTest#openJobs")
        void whatAlreadyLiesInTheOutboxHasEnded(Job open) throws Exception {
            Job job = entered(open);
            Journal lost = new MemoryJournal();
            Job published = new Publisher(results.work(), results.outbox(), lost, Locale.ENGLISH, CLOCK)
                    .publish(results.converted(lost.admit(job)));

            Job settled = dispatch().settle(job);

            assertThat(settled.state()).isInstanceOf(Closed.class);
            assertThat(settled.state().name()).isEqualTo(published.state().name());
            assertThat(settled.version()).isEqualTo(job.version());
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.dispatch.DispatchTest#jobsWithATask")
        void whatTheUserGaveUpWhileItsTaskRunsIsLeftToThePollWhichCancelsTheTask(Job open) {
            Job job = entered(open);
            journal.requestCancel(job.id());

            assertThat(dispatch().settle(job)).isEqualTo(job);
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.dispatch.DispatchTest#jobsWithoutATask")
        void whatTheUserGaveUpFails(Job open) {
            Job job = entered(open);
            journal.requestCancel(job.id());

            assertThat(dispatch().settle(job).state())
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.problem().code()).isEqualTo("CANCELED"));
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.dispatch.DispatchTest#openJobs")
        void whatIsUnderWayGoesOnWhereItWas(Job open) {
            Job job = entered(open);
            cloudAnswers = false;

            assertThat(dispatch().settle(job)).isEqualTo(job);
        }

        @Test
        void withoutAKeyANewJobGoesLocal() {
            cloudIsOn = false;
            Job job = journal.admit(Jobs.admitted("peony.png"));

            Job settled = dispatch().settle(job);

            assertThat(settled.state()).isEqualTo(new Converting(NOON, Road.LOCAL, "NO_KEY"));
            assertThat(journal.find(job.id())).contains(settled);
            assertThat(dispatch().isForTheCloud(settled)).isFalse();
        }

        @Test
        void aJobThatMustNotGoToTheCloudGoesLocal() throws Exception {
            Job plain = Jobs.admitted("peony.png");
            Job job = journal.admit(Job.admitted(plain.id(), plain.source(), local(), NOON));

            assertThat(dispatch().settle(job).state()).isEqualTo(new Converting(NOON, Road.LOCAL, "TICKET"));
        }

        private static Order local() throws RecipeException {
            return Order.of("weaving_machine", TicketFile.read("cloud: false".getBytes(UTF_8)));
        }

        @Test
        void withoutAKeyTheTicketIsStillTheReason() throws Exception {
            Job plain = Jobs.admitted("peony.png");
            Job job = journal.admit(Job.admitted(plain.id(), plain.source(), local(), NOON));
            cloudIsOn = false;

            assertThat(dispatch().settle(job).state()).isEqualTo(new Converting(NOON, Road.LOCAL, "TICKET"));
        }

        @Test
        void withAKeyANewJobIsForTheCloud() {
            Job job = journal.admit(Jobs.admitted("peony.png"));

            assertThat(dispatch().settle(job)).isEqualTo(job);
            assertThat(dispatch().isForTheCloud(job)).isTrue();
            assertThat(dispatch().isHeld(job)).isFalse();
        }

        @Test
        void aJobThatWasJustHeldWaitsForItsNextTurn() {
            Job held = entered(Jobs.admitted("peony.png").in(new Admitted(NOON, "CONNECT_FAILED")));

            assertThat(dispatch().isHeld(dispatch().settle(held))).isTrue();
        }

        @Test
        void aHeldJobIsReleasedOnceTheCloudAnswers() {
            Job held = entered(Jobs.admitted("peony.png").in(new Admitted(NOON, "BREAKER_OPEN")));
            cloudAnswers = false;
            assertThat(dispatch().isHeld(dispatch().release(held))).isTrue();

            cloudAnswers = true;
            Job settled = dispatch().settle(dispatch().release(held));

            assertThat(dispatch().isHeld(settled)).isFalse();
            assertThat(dispatch().isForTheCloud(settled)).isTrue();
        }
    }

    @Nested
    final class Failing {
        private Job job() {
            return entered(Jobs.admitted("peony.png").in(new Submitting(NOON, "wanx2.1-imageedit")));
        }

        @Test
        void whatBreaksForNoReasonOfThePicturesIsOurFault() {
            Job job = job();

            Job failed = dispatch().failed(job, new IllegalStateException("thread of the warp"));

            assertThat(failed.state()).isInstanceOfSatisfying(Failed.class, state -> {
                assertThat(state.problem().code()).isEqualTo("INTERNAL");
                assertThat(state.problem().message()).contains("peony.png", "thread of the warp");
                assertThat(state.problem().hint()).contains("retry " + job.id());
            });
        }

        @Test
        void aPictureWhosePixelsAreDamagedIsRejected() {
            byte[] png = Arrivals.picture("png", 60, 80);
            PictureException damaged = org.junit.jupiter.api.Assertions.assertThrows(
                    PictureException.class, () -> Picture.decode(Arrays.copyOf(png, png.length / 2), Rgb.WHITE));

            assertThat(dispatch().failed(job(), damaged).state())
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            state -> assertThat(state.problem().message()).startsWith("peony.png: "));
        }

        @Test
        void theJournalsVersionCountsAndNotTheTravellers() {
            Job travelling = job();
            Job known = journal.record(travelling.in(new Converting(NOON, Road.LOCAL, "DEADLINE")));

            assertThat(dispatch().failed(travelling, new Error("x")).version()).isEqualTo(known.version());
        }
    }

    @Nested
    final class Recovering {
        private List<Job> scanned() throws IOException {
            Recovery recovery = recovery();
            recovery.scan();
            return recovery.interrupted();
        }

        @Test
        void anEmptyWorkFolderHasNothing() throws Exception {
            assertThat(scanned()).isEmpty();
        }

        @Test
        void foldersThatAreNoJobsAreLeftAlone() throws Exception {
            Files.createDirectory(results.work().resolve("emulator"));
            Files.createFile(results.work().resolve("journal.db"));
            Files.createFile(results.work().resolve("260115-040000-k3f9xq"));

            assertThat(scanned()).isEmpty();
            assertThat(results.work().resolve("emulator")).exists();
            assertThat(results.work().resolve("260115-040000-k3f9xq")).exists();
        }

        @Test
        void aClaimThatIsNotInTheJournalIsAdmitted() throws Exception {
            Job unknown = Jobs.admitted("peony.png");
            claimed(unknown, Arrivals.picture("png", 60, 80));

            assertThat(scanned()).singleElement().satisfies(job -> {
                assertThat(job.id()).isEqualTo(unknown.id());
                assertThat(job.state()).isInstanceOf(Admitted.class);
                assertThat(journal.find(job.id())).contains(job);
            });
        }

        @Test
        void aClaimCutShortBetweenCopyAndDeleteHasNotHappened() throws Exception {
            byte[] picture = Arrivals.picture("png", 60, 80);
            JobFolder copy = claimed(Jobs.admitted("peony.png"), picture);
            Path inbox = Files.createDirectories(results.work().resolveSibling("inbox"));
            Files.write(inbox.resolve("peony.png"), picture);

            assertThat(scanned()).isEmpty();
            assertThat(copy.root()).doesNotExist();
            assertThat(inbox.resolve("peony.png")).hasBinaryContent(picture);
        }

        @Test
        void anotherPictureOfTheSameNameInTheInboxIsNotTakenForIt() throws Exception {
            Job claimed = Jobs.admitted("peony.png");
            claimed(claimed, Arrivals.picture("png", 60, 80));
            Path inbox = Files.createDirectories(results.work().resolveSibling("inbox"));
            Files.write(inbox.resolve("peony.png"), Arrivals.picture("png", 80, 60));

            assertThat(scanned()).singleElement().extracting(Job::id).isEqualTo(claimed.id());
        }

        @Test
        void aFolderWithoutAPictureThatNobodyKnowsIsClearedAway() throws Exception {
            JobFolder empty = JobFolder.of(results.work(), "260115-040000-k3f9xq");
            Files.createDirectories(empty.root().resolve("inbox"));

            assertThat(scanned()).isEmpty();
            assertThat(empty.root()).doesNotExist();
        }

        @Test
        void aJobThatEndedAfterTheJournalsCopyWasMadeIsFoundInTheOutboxAndNotDoneAgain() throws Exception {
            Job ended = results.converted(Jobs.admitted("peony.png"));
            MemoryJournal lost = new MemoryJournal();
            lost.admit(ended.in(new Admitted(NOON, null)));
            new Publisher(results.work(), results.outbox(), lost, Locale.ENGLISH, CLOCK).publish(lost.record(ended));
            Job asTheCopyHasIt = entered(ended);

            Job found = scanned().get(0);
            publisher().publish(dispatch().settle(found));

            assertThat(journal.find(asTheCopyHasIt.id()).map(Job::isFinal)).contains(true);
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.dispatch.DispatchTest#endedJobs")
        void theFolderOfAJobThatHasEndedIsClearedAway(Job ended) throws Exception {
            Job job = entered(ended);
            JobFolder left = results.claimed(job);

            assertThat(scanned()).isEmpty();
            assertThat(left.root()).doesNotExist();
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.dispatch.DispatchTest#openJobs")
        void aJobThatWasUnderWayGoesOnAsTheJournalHasIt(Job open) throws Exception {
            Job job = entered(open);
            JobFolder folder = claimed(job, Arrivals.picture("png", 600, 800));

            List<Job> found = scanned();

            assertThat(found).singleElement().extracting(Job::state).isEqualTo(job.state());
            assertThat(found.get(0).version()).isEqualTo(job.version());
            assertThat(folder.requireSource()).exists();
        }

        @Test
        void aBadPictureWhoseRejectionWasNotPublishedIsRejectedAgain() throws Exception {
            Job job = journal.admit(Jobs.admitted("peony.png"));
            claimed(job, "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));

            assertThat(scanned()).singleElement().extracting(Job::state).isInstanceOf(Rejected.class);
        }

        @Test
        void theOldestGoesFirst() throws Exception {
            Job younger =
                    entered(Jobs.admitted("b.png", NOON.plusSeconds(60)).in(new Converting(NOON, Road.CLOUD, null)));
            Job older = entered(Jobs.admitted("a.png", NOON).in(new Converting(NOON, Road.CLOUD, null)));
            results.claimed(younger);
            results.claimed(older);

            assertThat(scanned()).extracting(Job::id).containsExactly(older.id(), younger.id());
        }

        @Test
        void killedBetweenOutboxAndJournalTheJobEndsWithoutBeingMadeAgain() throws Exception {
            Job job = journal.record(results.converted(journal.admit(Jobs.admitted("peony.png"))));
            Journal lost = new MemoryJournal();
            lost.admit(job);
            new Publisher(results.work(), results.outbox(), lost, Locale.ENGLISH, CLOCK).publish(job);
            results.claimed(job);

            Job found = scanned().get(0);
            Job ended = publisher().publish(dispatch().settle(found));

            assertThat(ended.state().name()).isEqualTo("DONE");
            assertThat(journal.unfinished()).isEmpty();
        }
    }

    @Nested
    final class WaitingAside {
        private final Waiting waiting = new Waiting(recovery());

        @Test
        void aParkedJobIsTakenUpOnceAsTheJournalHasIt() throws Exception {
            Job job = entered(Jobs.admitted("peony.png").in(new Submitting(NOON, "wanx2.1-imageedit")));
            results.claimed(job);
            Waiting aside = new Waiting(recovery());
            aside.park(job.committed());

            assertThat(aside.due()).containsExactly(job);
            assertThat(aside.due()).isEmpty();
        }

        @Test
        void aClaimThatCouldNotBeEnteredIsAdmittedLater() throws Exception {
            Job unknown = Jobs.admitted("peony.png");
            Waiting aside = new Waiting(recovery());
            aside.parkAfter(claimed(unknown, Arrivals.picture("png", 60, 80)), new IOException("disk full"));

            assertThat(aside.due()).extracting(Job::id).containsExactly(unknown.id());
        }

        @Test
        void whatStillCannotGoOnKeepsWaiting() throws Exception {
            Job job = journal.admit(Jobs.admitted("peony.png"));
            claimed(job, Arrivals.picture("png", 600, 800));
            AtomicBoolean isAway = new AtomicBoolean(true);
            Waiting aside = new Waiting(recovery(failing(isAway)));
            aside.park(job);

            List<Job> now = aside.due();
            isAway.set(false);

            assertThat(now).isEmpty();
            assertThat(aside.due()).extracting(Job::id).containsExactly(job.id());
        }

        @Test
        void whatIsTriedInVainAgainAndAgainIsStuckAndThenTriedLessOften() throws Exception {
            Job job = journal.admit(Jobs.admitted("peony.png"));
            claimed(job, Arrivals.picture("png", 600, 800));
            Waiting aside = new Waiting(recovery(failing(new AtomicBoolean(true))));
            aside.park(job);

            for (int i = 0; i < 4; i++) {
                aside.due();
            }
            assertThat(aside.stuck()).isEmpty();
            aside.due();

            assertThat(aside.stuck()).containsExactly(job.id());
            assertThat(aside.cause(job.id())).contains("away");
        }

        @Test
        void whatCouldOnlyNotBePublishedIsTakenUpAsItWasMade() throws Exception {
            Job entered = entered(Jobs.admitted("peony.png").in(new Converting(NOON, Road.LOCAL, "NO_KEY")));
            results.claimed(entered);
            Job made = entered.withTimings(entered.timings().withConversion(5, 70));

            waiting.parkAfter(made, new IOException("the outbox may not be written"));

            assertThat(waiting.due()).containsExactly(made);
        }

        /** The journal, as long as it is not away. */
        private Journal failing(AtomicBoolean isAway) {
            return (Journal) Proxy.newProxyInstance(
                    Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                        if (isAway.get()) {
                            throw new IllegalStateException("the journal is away");
                        }
                        return method.invoke(journal, arguments);
                    });
        }

        @Test
        void aJobThatHasEndedMeanwhileIsNotTakenUp() throws Exception {
            Job job = entered(Jobs.inEveryFinalState().get(0));
            Waiting aside = new Waiting(recovery());
            aside.park(job);

            assertThat(aside.due()).isEmpty();
        }

        @Test
        void whatIsNoJobYetIsOnlyLogged() {
            waiting.parkAfter("not a job", new IOException("x"));

            assertThat(waiting.due()).isEmpty();
        }
    }

    @Test
    void whatEndsIsToldToWhoeverListensAndKept() {
        Progress progress = new Progress();
        List<Job> told = new java.util.ArrayList<>();
        progress.onEnd(told::add);
        Job job = Jobs.inEveryFinalState().get(0);

        progress.ended(job);

        assertThat(told).containsExactly(job);
        assertThat(progress.all()).containsExactly(job);
    }

    @Test
    void aClaimedPictureIsEnteredByItsFolder() throws Exception {
        Job unknown = Jobs.admitted("peony.png");

        Job admitted = dispatch().admit(claimed(unknown, Arrivals.picture("png", 60, 80)));

        assertThat(journal.find(unknown.id())).isEqualTo(Optional.of(admitted));
    }
}
