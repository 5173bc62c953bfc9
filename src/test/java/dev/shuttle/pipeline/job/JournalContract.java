package dev.shuttle.pipeline.job;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal.Transition;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.outcome.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every journal promises, whatever it is kept in. */
abstract class JournalContract {
    private static final String WANX = "wanx2.1-imageedit";

    private final List<Journal> opened = new ArrayList<>();
    private Journal journal = new MemoryJournal();

    /** Opens the same storage again; what one test enters, another must not find. */
    abstract Journal open();

    @BeforeEach
    void openIt() {
        journal = another();
    }

    @AfterEach
    void closeAll() {
        opened.forEach(Journal::close);
    }

    final Journal another() {
        Journal more = open();
        opened.add(more);
        return more;
    }

    final Journal journal() {
        return journal;
    }

    static Stream<Job> jobsInEveryState() {
        return Stream.concat(Jobs.inEveryOpenState().stream(), Jobs.inEveryFinalState().stream());
    }

    private static Job submitting(Job job) {
        return job.in(new Submitting(NOON.plusSeconds(1), WANX));
    }

    private static Job withTask(Job job, String taskId, int secondsAfterNoon) {
        CloudTask task =
                new CloudTask(WANX, "description_edit", "p", taskId, null, NOON.plusSeconds(secondsAfterNoon), null, 0);
        return job.withCloud(task).in(new JobState.Submitted(NOON.plusSeconds(secondsAfterNoon), WANX, taskId));
    }

    @ParameterizedTest
    @MethodSource("jobsInEveryState")
    void aJobInAnyStateComesBackAsItWas(Job job) {
        Job admitted = journal.admit(job.in(new Admitted(NOON, null)));

        Job recorded = journal.record(job);

        assertThat(recorded).isEqualTo(job.committed());
        assertThat(journal.find(admitted.id())).contains(recorded);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        List<Job> jobs = Stream.of("a", "b", "c", "d", "e")
                .map(name -> journal.admit(Jobs.admitted(name, NOON.plusSeconds(name.equals("e") ? 1 : 0))))
                .toList();

        List<Job> first = journal.page(Set.of(), null, 2);
        List<Job> second = journal.page(Set.of(), first.get(1).id(), 2);
        List<Job> third = journal.page(Set.of(), second.get(1).id(), 2);

        assertThat(Stream.of(first, second, third).flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(first.get(0)).isEqualTo(jobs.get(4));
        assertThat(third).hasSize(1);
    }

    @Test
    void aPageHasOnlyTheStatesThatAreWanted() {
        Jobs.inEveryFinalState().forEach(job -> {
            journal.admit(job.in(new Admitted(NOON, null)));
            journal.record(job);
        });

        assertThat(journal.page(Set.of("REJECTED", "FAILED"), null, 50))
                .extracting(job -> job.state().name())
                .containsExactlyInAnyOrder("REJECTED", "FAILED");
    }

    @Test
    void beforeAJobThatIsNotKnownThereIsNone() {
        journal.admit(Jobs.admitted("a"));

        assertThat(journal.page(Set.of(), Jobs.admitted("never entered").id(), 50))
                .isEmpty();
    }

    @Test
    void jobsAreCountedByTheStateTheyAreInNow() {
        Job first = journal.admit(Jobs.admitted("a"));
        journal.admit(Jobs.admitted("b"));
        journal.record(first.in(new Submitting(NOON, "wanx2.1-imageedit")));

        assertThat(journal.counts()).isEqualTo(Map.of("ADMITTED", 1L, "SUBMITTING", 1L));
    }

    @Test
    void aJobThatNobodyEnteredIsNotThere() {
        assertThat(journal.find(new JobId("260115-040000-aaaaaa"))).isEmpty();
        assertThat(journal.history(new JobId("260115-040000-aaaaaa"))).isEmpty();
    }

    @Test
    void enteringAJobTwiceKeepsTheFirstEntry() {
        Job job = journal.admit(Jobs.admitted("peony.png"));
        Job going = journal.record(submitting(job));

        Job again = journal.admit(job.withTimings(Timings.NONE.withAdmit(99)));

        assertThat(again).isEqualTo(going);
        assertThat(journal.find(job.id())).contains(going);
        assertThat(journal.history(job.id())).hasSize(2);
    }

    @Test
    void everyCommitCounts() {
        Job job = journal.admit(Jobs.admitted("peony.png"));

        Job second = journal.record(submitting(job));
        Job third = journal.record(second.in(new Admitted(NOON.plusSeconds(2), null)));

        assertThat(List.of(job.version(), second.version(), third.version())).containsExactly(0, 1, 2);
    }

    @Test
    void aStaleJobIsRefusedAndChangesNothing() {
        Job job = journal.admit(Jobs.admitted("peony.png"));
        Job current = journal.record(submitting(job));

        assertThatThrownBy(() -> journal.record(job.in(new JobState.Done(NOON, Road.LOCAL, "X"))))
                .asInstanceOf(type(JournalException.class))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo("JOURNAL_CONFLICT");
                    assertThat(e).hasMessageContaining(job.id().value());
                    assertThat(e.hint()).contains("another process");
                });
        assertThat(journal.find(job.id())).contains(current);
        assertThat(journal.history(job.id())).hasSize(2);
    }

    @Test
    void aJobThatWasNeverEnteredCannotBeRecorded() {
        assertThatThrownBy(() -> journal.record(Jobs.admitted("peony.png")))
                .asInstanceOf(type(JournalException.class))
                .extracting(JournalException::code)
                .isEqualTo("JOURNAL_CONFLICT");
    }

    @Test
    void whatIsUnfinishedComesOldestFirst() {
        Job younger = journal.admit(Jobs.admitted("b.png", NOON.plusSeconds(2)));
        Job older = journal.admit(Jobs.admitted("a.png", NOON.plusSeconds(1)));
        Job done = journal.admit(Jobs.admitted("c.png", NOON));
        journal.record(done.in(new JobState.Done(NOON.plusSeconds(9), Road.LOCAL, "NO_KEY")));

        assertThat(journal.unfinished()).containsExactly(older, younger);
    }

    @Test
    void theNewestComeFirstAndNotMoreThanWanted() {
        Job oldest = journal.admit(Jobs.admitted("a.png", NOON));
        Job middle = journal.admit(Jobs.admitted("b.png", NOON.plusSeconds(1)));
        Job newest = journal.admit(Jobs.admitted("c.png", NOON.plusSeconds(2)));
        Job ended = journal.record(oldest.in(new JobState.Done(NOON.plusSeconds(9), Road.LOCAL, "NO_KEY")));

        assertThat(journal.newest(2)).containsExactly(newest, middle);
        assertThat(journal.newest(10)).containsExactly(newest, middle, ended);
    }

    @Test
    void theHistoryHasEveryStateInOrder() {
        Job job = journal.admit(Jobs.admitted("peony.png"));
        Job sent = journal.record(submitting(job));
        Job safe = journal.record(withTask(sent, "task-1", 2));
        journal.record(safe.in(new JobState.Done(NOON.plusSeconds(3), Road.LOCAL, "DEADLINE")));

        assertThat(journal.history(job.id()))
                .containsExactly(
                        new Transition("ADMITTED", NOON),
                        new Transition("SUBMITTING", NOON.plusSeconds(1)),
                        new Transition("SUBMITTED", NOON.plusSeconds(2)),
                        new Transition("DONE", NOON.plusSeconds(3)));
    }

    @Test
    void taskIdsAreKnownFromThatTimeOnAlsoOfTasksThatWereFollowedByOthers() {
        Job job = journal.admit(Jobs.admitted("peony.png"));
        Job first = journal.record(withTask(job, "task-1", 10));
        Job second = journal.record(withTask(first, "task-2", 20));
        journal.record(second.in(new JobState.Done(NOON.plusSeconds(30), Road.LOCAL, "DEADLINE")));

        assertThat(journal.taskIdsSince(NOON)).containsExactlyInAnyOrder("task-1", "task-2");
        assertThat(journal.taskIdsSince(NOON.plusSeconds(20))).containsExactly("task-2");
        assertThat(journal.taskIdsSince(NOON.plusSeconds(31))).isEmpty();
    }

    @Test
    void whatWasToBeSentInATimeIsListedOnceWhateverBecameOfIt() {
        Job first = journal.record(submitting(journal.admit(Jobs.admitted("peony.png"))));
        Job again = journal.record(first.in(new Submitting(NOON.plusSeconds(5), WANX))
                .withIntent(Intent.first(WANX, NOON.plusSeconds(1), NOON.plusSeconds(60))
                        .givenUp("why")));
        Job done = journal.record(again.in(new JobState.Done(NOON.plusSeconds(30), Road.LOCAL, "SUBMIT_UNCERTAIN")));
        journal.admit(Jobs.admitted("lotus.png"));

        assertThat(journal.intendedBetween(NOON, NOON.plusSeconds(9))).containsExactly(done);
        assertThat(journal.intendedBetween(NOON.plusSeconds(5), NOON.plusSeconds(5)))
                .containsExactly(done);
        assertThat(journal.intendedBetween(NOON.plusSeconds(6), NOON.plusSeconds(40)))
                .isEmpty();
    }

    @Test
    void givingUpIsAskedForOnceAndRemembered() {
        Job job = journal.admit(Jobs.admitted("peony.png"));
        Job other = journal.admit(Jobs.admitted("lotus.png"));

        assertThat(journal.isCancelRequested(job.id())).isFalse();
        journal.requestCancel(job.id());
        journal.requestCancel(job.id());
        journal.record(submitting(job));

        assertThat(journal.isCancelRequested(job.id())).isTrue();
        assertThat(journal.isCancelRequested(other.id())).isFalse();
        assertThat(journal.cancelRequested()).containsExactly(job.id());
    }

    @Test
    void aJobThatEndedIsNoLongerAmongThoseThatAreGivenUp() {
        Job job = journal.admit(Jobs.admitted("peony.png"));
        journal.requestCancel(job.id());

        journal.record(job.in(new JobState.Done(NOON, Road.LOCAL, "NO_KEY")));

        assertThat(journal.cancelRequested()).isEmpty();
    }

    @Test
    void aJobThatEndedCannotBeGivenUp() {
        Job job = journal.admit(Jobs.admitted("peony.png"));
        journal.record(job.in(new JobState.Done(NOON, Road.LOCAL, "NO_KEY")));

        journal.requestCancel(job.id());

        assertThat(journal.isCancelRequested(job.id())).isFalse();
    }

    @Test
    void askingToGiveUpAJobThatIsNotThereIsNoError() {
        JobId nobody = new JobId("260115-040000-aaaaaa");

        journal.requestCancel(nobody);

        assertThat(journal.isCancelRequested(nobody)).isFalse();
    }

    @Test
    void manyWritersEnterTheSameJobAndOneEntryStands() throws Exception {
        Job job = Jobs.admitted("peony.png");

        List<Job> entered = together(8, number -> journal.admit(job.withTimings(Timings.NONE.withAdmit(number))));

        assertThat(entered).hasSize(8).containsOnly(journal.find(job.id()).orElseThrow());
        assertThat(journal.history(job.id())).hasSize(1);
    }

    @Test
    void ofManyWhoRecordTheSameVersionOneWins() throws Exception {
        Job job = journal.admit(Jobs.admitted("peony.png"));

        List<String> outcomes = together(8, number -> {
            try {
                return "version "
                        + journal.record(job.in(new Admitted(NOON.plusSeconds(number), null)))
                                .version();
            } catch (JournalException e) {
                return e.code();
            }
        });

        assertThat(outcomes).containsOnlyOnce("version 1");
        assertThat(outcomes.stream().filter("JOURNAL_CONFLICT"::equals)).hasSize(7);
    }

    @Test
    void aJobIsFoundByTheServersFileItWasMadeOf() {
        Source source = Source.arrived("peony.png", Origin.SFTP, 1234).fetched("file-1");
        Job job = journal.admit(Job.admitted(Jobs.admitted("peony.png").id(), source, Order.preset("damask"), NOON));
        journal.admit(Jobs.admitted("from the inbox.png"));

        assertThat(journal.arrived("file-1")).contains(job.id());
        assertThat(journal.arrived("file-2")).isEmpty();
        assertThat(journal.find(job.id())).contains(job);
    }

    @Test
    void manyJobsAreWrittenAtOnceAndNoneIsLost() throws Exception {
        List<Job> jobs =
                Stream.generate(() -> Jobs.admitted("many.png")).limit(24).toList();

        List<Job> written = together(24, number -> journal.record(submitting(journal.admit(jobs.get(number)))));

        assertThat(journal.unfinished()).containsExactlyInAnyOrderElementsOf(written);
    }

    /** Work that is told its number. */
    interface Numbered<T> {
        T at(int number) throws Exception;
    }

    /** The same done by many threads at once. */
    static <T> List<T> together(int count, Numbered<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                calls.add(() -> work.at(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(calls)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatTheFoldersKnowBetterIsCommittedOverWhateverIsThere() {
        Job known = journal().admit(Jobs.admitted("known.png"));
        Job unknown = Jobs.admitted("unknown.png").in(new Submitting(NOON, WANX));
        Job ahead = known.in(new Submitting(NOON.plusSeconds(1), WANX));

        List<Job> committed = journal().overwrite(List.of(ahead, unknown));

        assertThat(committed).extracting(Job::version).containsExactly(1, 0);
        assertThat(journal().find(List.of(known.id(), unknown.id())))
                .isEqualTo(
                        Map.of(known.id(), Optional.of(committed.get(0)), unknown.id(), Optional.of(committed.get(1))));
        assertThat(journal().history(known.id()))
                .extracting(Transition::state)
                .containsExactly("ADMITTED", "SUBMITTING");
        assertThat(journal()
                        .record(committed.get(0).in(new Admitted(NOON, null)))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void manyJobsAreFoundAtOnceAndWhoIsUnknownIsNotNamed() {
        List<Job> jobs = Stream.generate(() -> journal().admit(Jobs.admitted("many.png")))
                .limit(600)
                .toList();
        Job unknown = Jobs.admitted("unknown.png");

        Map<JobId, Optional<Job>> found = journal()
                .find(Stream.concat(jobs.stream(), Stream.of(unknown))
                        .map(Job::id)
                        .toList());

        assertThat(found).hasSize(600).doesNotContainKey(unknown.id());
        assertThat(jobs).allSatisfy(job -> assertThat(found.get(job.id())).contains(job));
        assertThat(journal().unfinishedIds()).hasSize(600);
        assertThat(journal().find(List.of())).isEmpty();
    }
}
