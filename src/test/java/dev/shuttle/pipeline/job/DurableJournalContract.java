package dev.shuttle.pipeline.job;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.report.outcome.Timings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a journal on a disk promises beyond {@link JournalContract}. */
abstract class DurableJournalContract extends JournalContract {

    @Test
    void openedAgainItHasEverything() {
        List<Job> open = Jobs.inEveryOpenState().stream()
                .map(job -> journal().admit(job))
                .toList();
        Job job = open.get(0);
        Job going = journal().record(job.in(new Submitting(NOON.plusSeconds(1), "wanx2.1-imageedit")));
        journal().requestCancel(going.id());
        List<Journal.Transition> history = journal().history(job.id());
        journal().close();

        Journal again = another();

        assertThat(again.find(job.id())).contains(going);
        assertThat(again.unfinished()).hasSameSizeAs(open).contains(going);
        assertThat(again.history(job.id())).isEqualTo(history).hasSize(2);
        assertThat(again.isCancelRequested(job.id())).isTrue();
        assertThat(again.taskIdsSince(NOON)).contains("task-1");
    }

    @Test
    void whatOneProgramCommitsTheOtherSeesAtOnce() {
        Journal other = another();
        Job job = journal().admit(Jobs.admitted("peony.png"));

        other.requestCancel(job.id());

        assertThat(other.find(job.id())).contains(job);
        assertThat(journal().isCancelRequested(job.id())).isTrue();
    }

    @Test
    void twoProgramsWriteAtOnceAndNeitherIsTurnedAway() throws Exception {
        List<Journal> programs = List.of(journal(), another());
        List<Job> jobs =
                Stream.generate(() -> Jobs.admitted("many.png")).limit(40).toList();

        List<Job> written = together(8, number -> {
            Journal program = programs.get(number % 2);
            Job last = program.admit(jobs.get(number));
            for (int i = 1; i < 5; i++) {
                last = program.record(program.admit(jobs.get(number + 8 * i))
                        .in(new Submitting(NOON.plusSeconds(i), "wanx2.1-imageedit")));
                program.requestCancel(last.id());
            }
            return last;
        });

        assertThat(written).hasSize(8);
        assertThat(journal().unfinished()).hasSize(40);
    }

    @Test
    void twoProgramsThatClaimTheSameJobAgreeOnOneEntry() throws Exception {
        List<Journal> programs = List.of(journal(), another());
        Job job = Jobs.admitted("peony.png");

        List<Job> entered =
                together(8, number -> programs.get(number % 2).admit(job.withTimings(Timings.NONE.withAdmit(number))));

        assertThat(entered).containsOnly(journal().find(job.id()).orElseThrow());
    }
}
