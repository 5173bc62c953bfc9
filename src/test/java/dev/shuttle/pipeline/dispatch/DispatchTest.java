package dev.shuttle.pipeline.dispatch;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.cloud.EditRequest;
import dev.shuttle.pipeline.cloud.IntentFile;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.intake.Arrivals;
import dev.shuttle.pipeline.intake.Cards;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Intent;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Closed;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.pipeline.job.JobState.Rejected;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.job.Source;
import dev.shuttle.pipeline.publish.Publisher;
import dev.shuttle.pipeline.publish.Results;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.TicketFile;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.settings.Settings.Intake;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a job goes next. */
final class DispatchTest {
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    private final Shutdown shutdown = new Shutdown();

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
                    1_000_000,
                    ""),
            Presets.load(Path.of("none")),
            new Cards(Path.of("none")),
            Path.of("none"),
            journal,
            CLOCK);
    private Results results = new Results(folder, new dev.shuttle.pipeline.publish.Outbox(folder));
    private boolean cloudIsOn = true;
    private boolean cloudAnswers = true;

    @BeforeEach
    void folders() throws IOException {
        results = Results.in(folder);
    }

    private Dispatch dispatch() {
        return new Dispatch(
                admission,
                Duties.alone(),
                journal,
                results.outbox(),
                job -> cloudIsOn,
                job -> cloudAnswers,
                CLOCK,
                shutdown);
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
                results.outbox(),
                Duties.alone(),
                job -> new EditRequest("description_edit", "改成织锦图案", 0.5, 42, Rgb.WHITE),
                CLOCK,
                shutdown);
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
        @MethodSource("dev.shuttle.pipeline.dispatch.DispatchTest#endedJobs")
        void whatHasEndedIsLeftAlone(Job job) {
            assertThat(dispatch().settle(job)).isSameAs(job);
            assertThat(dispatch().isFinished(job)).isTrue();
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.pipeline.dispatch.DispatchTest#openJobs")
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
        @MethodSource("dev.shuttle.pipeline.dispatch.DispatchTest#jobsWithATask")
        void whatTheUserGaveUpWhileItsTaskRunsIsLeftToThePollWhichCancelsTheTask(Job open) {
            Job job = entered(open);
            journal.requestCancel(job.id());

            assertThat(dispatch().settle(job)).isEqualTo(job);
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.pipeline.dispatch.DispatchTest#jobsWithoutATask")
        void whatTheUserGaveUpFails(Job open) {
            Job job = entered(open);
            journal.requestCancel(job.id());

            assertThat(dispatch().settle(job).state())
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.problem().code()).isEqualTo("CANCELED"));
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.pipeline.dispatch.DispatchTest#openJobs")
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
            List<Job> found = new ArrayList<>();
            recovery.interrupted().forEachRemaining(found::add);
            return found;
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
        @MethodSource("dev.shuttle.pipeline.dispatch.DispatchTest#endedJobs")
        void theFolderOfAJobThatHasEndedIsClearedAway(Job ended) throws Exception {
            Job job = entered(ended);
            JobFolder left = results.claimed(job);

            assertThat(scanned()).isEmpty();
            assertThat(left.root()).doesNotExist();
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.pipeline.dispatch.DispatchTest#openJobs")
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

    /** The journal is new, or was put back from a copy, while the folders in work/ are of today. */
    @Nested
    final class WithAJournalThatKnowsLess {
        private static final Instant SENT = NOON.plusSeconds(5);
        private static final Intent INTENT = Intent.first("wanx2.1-imageedit", SENT, SENT.plusSeconds(60));

        private Job scanned() throws IOException {
            Recovery recovery = recovery();
            recovery.scan();
            List<Job> found = new ArrayList<>();
            recovery.interrupted().forEachRemaining(found::add);
            assertThat(found).hasSize(1);
            return found.get(0);
        }

        private JobFolder sent(Job job, @Nullable String task) throws IOException {
            JobFolder folder = claimed(job, Arrivals.picture("png", 600, 800));
            new IntentFile(INTENT, task, task == null ? null : "request-1").write(folder);
            return folder;
        }

        private void assertOpenIntent(Job job) {
            assertThat(job.state()).isEqualTo(new Submitting(SENT, "wanx2.1-imageedit"));
            assertThat(job.intent()).isEqualTo(INTENT);
            assertThat(journal.find(job.id()).map(Job::state)).contains(job.state());
            assertThat(journal.find(job.id()).orElseThrow().source())
                    .as("the journal has what its bytes say, too")
                    .isEqualTo(job.source())
                    .extracting(Source::sha256, Source::width, Source::height)
                    .doesNotContainNull();
        }

        @Test
        void whatWasAboutToBeSentIsAnOpenIntentWithoutARow() throws Exception {
            Job unknown = Jobs.admitted("peony.png");
            sent(unknown, null);

            assertOpenIntent(scanned());
        }

        @Test
        void whatWasAboutToBeSentIsAnOpenIntentWhereTheRowIsOlder() throws Exception {
            Job older = journal.admit(Jobs.admitted("peony.png"));
            sent(older, null);

            assertOpenIntent(scanned());
        }

        @Test
        void anIntentOfAnEarlierTaskGivesWayToALaterOne() throws Exception {
            Job earlier = Jobs.inEveryOpenState().get(3);
            entered(earlier.in(new Submitted(NOON, "wanx2.1-imageedit", "task-1")));
            sent(earlier, null);

            assertThat(scanned().state()).isEqualTo(new Submitting(SENT, "wanx2.1-imageedit"));
        }

        @Test
        void aTaskThatOnlyTheFolderKnowsIsGoneOnWith() throws Exception {
            Job unknown = Jobs.admitted("peony.png");
            sent(unknown, "task-9");

            Job found = scanned();

            assertThat(found.state()).isEqualTo(new Submitted(SENT, "wanx2.1-imageedit", "task-9"));
            assertThat(found.cloud()).extracting(CloudTask::requestId).isEqualTo("request-1");
            assertThat(journal.taskIdsSince(NOON)).contains("task-9");
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.pipeline.dispatch.DispatchTest#openJobs")
        void aTaskThatTheJournalKnowsStaysAsItIs(Job open) throws Exception {
            assumeTrue(open.cloud() != null, "it has no task");
            Job job = entered(open);
            sent(job, "task-1");

            assertThat(scanned().version()).isEqualTo(job.version());
        }

        @Test
        void anIntentThatIsHeldAndKnownStaysHeld() throws Exception {
            Job held = entered(Jobs.admitted("peony.png")
                    .in(new Admitted(SENT, "CONNECT_FAILED"))
                    .withIntent(INTENT));
            sent(held, null);

            assertThat(scanned().state()).isEqualTo(held.state());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "[]", "{\"version\":1}", "\u0000\u0000"})
        void anIntentThatCannotBeReadIsNotSentAgain(String damaged) throws Exception {
            JobFolder folder = claimed(Jobs.admitted("peony.png"), Arrivals.picture("png", 600, 800));
            Files.writeString(folder.root().resolve("intent.json"), damaged);

            Job found = scanned();

            assertThat(found.state()).isEqualTo(new Converting(NOON, Road.LOCAL, "SUBMIT_UNCERTAIN"));
            assertThat(journal.find(found.id()).map(Job::state)).contains(found.state());
        }

        @Test
        void aPictureOfTheCloudThatNothingTellsOfIsNotPaidForAgain() throws Exception {
            JobFolder folder = claimed(Jobs.admitted("peony.png"), Arrivals.picture("png", 600, 800));
            Files.write(folder.cloudPicture(), Arrivals.picture("png", 600, 800));

            assertThat(scanned().state()).isEqualTo(new Converting(NOON, Road.LOCAL, "SUBMIT_UNCERTAIN"));
        }

        @Test
        void whatLiesInTheOutboxHasEndedWhateverItsIntentSays() throws Exception {
            Job ended = results.converted(Jobs.admitted("peony.png"));
            MemoryJournal lost = new MemoryJournal();
            lost.admit(ended.in(new Admitted(NOON, null)));
            new Publisher(results.work(), results.outbox(), lost, Locale.ENGLISH, CLOCK).publish(lost.record(ended));
            sent(ended, null);

            Job done = publisher().publish(dispatch().settle(scanned()));

            assertThat(done.state().name()).isEqualTo("DONE");
            assertThat(results.work().resolve(done.id().value())).doesNotExist();
        }

        @Test
        void whatWasFetchedIsInTheJournalBeforeAServerIsLookedAtAgain() throws Exception {
            Job unknown = Jobs.admitted("peony.png");
            claimed(unknown, Arrivals.picture("png", 600, 800)).note("identity");
            Recovery recovery = recovery();

            recovery.scan();

            assertThat(journal.arrived("identity")).contains(unknown.id());
        }

        @Test
        void whatWasSentComesBeforeWhatWasNot() throws Exception {
            Job waiting = entered(Jobs.admitted("old.png"));
            claimed(waiting, Arrivals.picture("png", 600, 800));
            Job running = entered(Jobs.inEveryOpenState().get(3));
            sent(running, "task-1");
            Job open = Jobs.admitted("lost.png");
            sent(open, null);
            Recovery recovery = recovery();
            recovery.scan();

            List<JobId> order = new ArrayList<>();
            recovery.interrupted().forEachRemaining(job -> order.add(job.id()));

            assertThat(order).containsExactly(open.id(), running.id(), waiting.id());
        }

        @Test
        void aStoppingProgramTakesNothingMoreUp() throws Exception {
            claimed(Jobs.admitted("a.png"), Arrivals.picture("png", 600, 800));
            Recovery recovery = recovery();
            recovery.scan();

            shutdown.begin();

            assertThat(recovery.interrupted()).isExhausted();
        }
    }

    /** The journal knows more than there is. */
    @Nested
    final class WithoutTheOriginal {
        private List<Job> scanned() throws IOException {
            Recovery recovery = recovery();
            recovery.scan();
            List<Job> found = new ArrayList<>();
            recovery.interrupted().forEachRemaining(found::add);
            return found;
        }

        @ParameterizedTest
        @MethodSource("dev.shuttle.pipeline.dispatch.DispatchTest#openJobs")
        void aJobWhoseFolderIsGoneFailsAndTellsItsTask(Job open) throws Exception {
            Job job = entered(open);

            Job ended = publisher().publish(dispatch().settle(scanned().get(0)));

            assertThat(ended.state()).isInstanceOfSatisfying(Failed.class, failed -> {
                assertThat(failed.problem().code()).isEqualTo("SOURCE_LOST");
                assertThat(failed.problem().message()).contains(job.source().name());
                assertThat(failed.problem().hint().contains("task-1")).isEqualTo(job.cloud() != null);
            });
            assertThat(results.outbox().placeOf(ended)).isPresent();
            assertThat(journal.unfinishedIds()).isEmpty();
            assertThat(results.work().resolve(job.id().value())).doesNotExist();
        }

        @Test
        void aJobWhoseFolderHasNoPictureFails() throws Exception {
            Job job = entered(Jobs.admitted("peony.png"));
            Files.delete(results.claimed(job).requireSource());

            assertThat(scanned())
                    .singleElement()
                    .extracting(each -> each.state().name())
                    .isEqualTo("FAILED");
        }

        @Test
        void anOriginalThatComesBackLaterIsKeptBesideTheReport() throws Exception {
            Job job = entered(Jobs.admitted("peony.png"));
            Job ended = publisher().publish(dispatch().settle(scanned().get(0)));
            JobFolder back = claimed(job, Arrivals.picture("png", 60, 80));
            byte[] picture = Files.readAllBytes(back.requireSource());

            assertThat(scanned()).isEmpty();

            assertThat(results.outbox().placeOf(ended).orElseThrow().resolve("source.png"))
                    .hasBinaryContent(picture);
            assertThat(back.root()).doesNotExist();
        }
    }

    @Nested
    final class WithADamagedRow {
        private Job damaged(String change) throws Exception {
            String url = "jdbc:sqlite:" + folder.resolve("journal.db");
            try (Journal durable = JdbcJournal.open(url, null, null)) {
                Job job = durable.admit(Jobs.admitted("peony.png"));
                Job other = durable.admit(Jobs.admitted("lotus.png"));
                claimed(job, Arrivals.picture("png", 600, 800));
                claimed(other, Arrivals.picture("png", 600, 800));
                try (var connection = DriverManager.getConnection(url);
                        var statement = connection.createStatement()) {
                    statement.execute("UPDATE job SET " + change + " WHERE id = '" + job.id() + "'");
                }
                return ended(durable, job, other);
            }
        }

        private Job ended(Journal durable, Job job, Job other) throws IOException {
            Admission again = new Admission(
                    new Intake(
                            Duration.ofSeconds(1),
                            Duration.ZERO,
                            Duration.ofSeconds(1),
                            true,
                            "weaving_machine",
                            1 << 20,
                            1 << 20,
                            ""),
                    Presets.load(Path.of("none")),
                    new Cards(Path.of("none")),
                    Path.of("none"),
                    durable,
                    CLOCK);
            Recovery recovery = new Recovery(
                    results.work(),
                    results.work().resolveSibling("inbox"),
                    durable,
                    again,
                    results.outbox(),
                    Duties.alone(),
                    each -> new EditRequest("description_edit", "改成织锦图案", 0.5, 42, Rgb.WHITE),
                    CLOCK,
                    shutdown);
            recovery.scan();
            List<Job> found = new ArrayList<>();
            recovery.interrupted().forEachRemaining(found::add);
            assertThat(found).extracting(Job::id).containsExactlyInAnyOrder(job.id(), other.id());
            Job mine = found.stream()
                    .filter(each -> each.id().equals(job.id()))
                    .findFirst()
                    .orElseThrow();
            Job ended = new Publisher(results.work(), results.outbox(), durable, Locale.ENGLISH, CLOCK).publish(mine);
            assertThat(durable.find(job.id())).contains(ended);
            assertThat(durable.unfinished()).extracting(Job::id).containsExactly(other.id());
            return ended;
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "document = '{'",
                    "document = replace(document, 'ADMITTED', 'ROUTED'), state = 'ROUTED'",
                    "version = 99",
                    "state = 'DONE', open = 0",
                    "document = replace(document, 'peony.png', 'peony.png\",\"from\":\"MOON')"
                })
        void theOneJobFailsWithItsOriginalAndTheOtherGoesOn(String change) throws Exception {
            Job ended = damaged(change);

            assertThat(ended.state()).isInstanceOfSatisfying(Failed.class, failed -> {
                assertThat(failed.problem().code()).isEqualTo("JOURNAL_ROW_UNREADABLE");
                assertThat(failed.problem().message()).startsWith("peony.png: ");
            });
            assertThat(results.outbox().placeOf(ended).orElseThrow().resolve("source.png"))
                    .hasBinaryContent(Arrivals.picture("png", 600, 800));
        }
    }

    @Nested
    final class WaitingAside {
        private final ParkedJobs waiting = new ParkedJobs(recovery(), shutdown);

        @Test
        void aParkedJobIsTakenUpOnceAsTheJournalHasIt() throws Exception {
            Job job = entered(Jobs.admitted("peony.png").in(new Submitting(NOON, "wanx2.1-imageedit")));
            results.claimed(job);
            ParkedJobs aside = new ParkedJobs(recovery(), shutdown);
            aside.park(job.committed());

            assertThat(aside.due()).containsExactly(job);
            assertThat(aside.due()).isEmpty();
        }

        @Test
        void aClaimThatCouldNotBeEnteredIsAdmittedLater() throws Exception {
            Job unknown = Jobs.admitted("peony.png");
            ParkedJobs aside = new ParkedJobs(recovery(), shutdown);
            aside.parkAfter(claimed(unknown, Arrivals.picture("png", 60, 80)), new IOException("disk full"));

            assertThat(aside.due()).extracting(Job::id).containsExactly(unknown.id());
        }

        @Test
        void whatStillCannotGoOnKeepsWaiting() throws Exception {
            Job job = journal.admit(Jobs.admitted("peony.png"));
            claimed(job, Arrivals.picture("png", 600, 800));
            AtomicBoolean isAway = new AtomicBoolean(true);
            ParkedJobs aside = new ParkedJobs(recovery(failing(isAway)), shutdown);
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
            ParkedJobs aside = new ParkedJobs(recovery(failing(new AtomicBoolean(true))), shutdown);
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
            ParkedJobs aside = new ParkedJobs(recovery(), shutdown);
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
    void aClaimedPictureIsEnteredByItsFolder() throws Exception {
        Job unknown = Jobs.admitted("peony.png");

        Job admitted = dispatch().admit(claimed(unknown, Arrivals.picture("png", 60, 80)));

        assertThat(journal.find(unknown.id())).isEqualTo(Optional.of(admitted));
    }
}
