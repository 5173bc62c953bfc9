package dev.shuttle.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Timings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JobTest {
    private static Attempt attempt(String model) {
        return new Attempt(model, Jobs.NOON, "submit", 500, "InternalError", "", null, null, "RETRY_ONCE");
    }

    @Test
    void theFolderIsNamedAfterThePictureAndTheJob() {
        Job job = Jobs.admitted("../牡丹.jpg");

        assertThat(job.folderName()).isEqualTo("_牡丹-" + job.id());
    }

    @Test
    void triesAreKeptInOrderAndCountedByModel() {
        Job job = Jobs.admitted("a.png").tried(attempt("a")).tried(attempt("b")).tried(attempt("a"));

        assertThat(job.attempts()).extracting(Attempt::model).containsExactly("a", "b", "a");
        assertThat(job.attemptsWith("a")).isEqualTo(2);
    }

    @Test
    void aJobIsNotChangedThroughTheListItWasMadeOf() {
        List<Attempt> attempts = new ArrayList<>(List.of(attempt("a")));
        Job plain = Jobs.admitted("a.png");
        Job job = new Job(
                plain.id(),
                0,
                plain.source(),
                plain.order(),
                Jobs.NOON,
                plain.state(),
                null,
                attempts,
                Timings.NONE,
                null);

        attempts.clear();

        assertThat(job.attempts()).hasSize(1);
    }

    @Test
    void timesOfRepeatedStepsAddUp() {
        Timings timings =
                Timings.NONE.addSubmit(5).addSubmit(7).addPoll(1).addPoll(2).addDownload(9);

        assertThat(timings.submit()).isEqualTo(12);
        assertThat(timings.poll()).isEqualTo(3);
        assertThat(timings.download()).isEqualTo(9);
        assertThat(timings.convert()).isNull();
    }

    @Test
    void givingUpSaysHowToTakeItUpAgain() {
        Job job = Jobs.admitted("a.png");

        assertThat(job.canceled().code()).isEqualTo("CANCELED");
        assertThat(job.canceled().hint()).contains("retry " + job.id());
    }
}
