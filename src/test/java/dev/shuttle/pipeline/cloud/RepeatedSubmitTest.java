package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.report.outcome.Attempt;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The loop of the route {@code submit}: what is sent again within one submit, after which wait, and what is not. */
final class RepeatedSubmitTest extends CloudTest {
    @Test
    void aBusyAccountIsAskedAgainAfterAWaitAndEachTryIsJournaledFirst() throws Exception {
        mill.emulator.faults().add(When.first(Call.SUBMIT, 1), Fault.Refuse.with("Throttling.RateQuota"));
        Job admitted = mill.admitted();
        Instant start = mill.clock.instant();

        Job job = mill.submitted(admitted);

        assertThat(job.state()).isInstanceOf(Submitted.class);
        assertThat(job.attempts()).extracting(Attempt::code).containsExactly("Throttling.RateQuota");
        assertThat(mill.requests).containsExactly("POST SUBMITTING", "POST SUBMITTING");
        assertThat(Duration.between(start, mill.clock.instant()))
                .isBetween(Duration.ofMillis(800), Duration.ofMillis(1300));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void theServicesOwnWaitIsHonoured() throws Exception {
        mill.emulator.faults().add(When.first(Call.SUBMIT, 1), new Fault.Refuse(429, "Throttling", "wait", 17));
        Job admitted = mill.admitted();
        Instant start = mill.clock.instant();

        mill.submitted(admitted);

        assertThat(Duration.between(start, mill.clock.instant())).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void aWaitOfAnHourIsNotWaitedFor() throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), new Fault.Refuse(429, "Throttling", "wait", 3600));

        Job job = mill.led(mill.admitted());

        assertThat(job.attempts()).extracting(Attempt::code).containsExactly("Throttling");
    }

    @Test
    void anInternalErrorIsRepeatedOnceThenItIsTheNextModelsTurn() throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("InternalError"));

        Job job = mill.submitted(mill.admitted());

        assertThat(job.state()).isInstanceOf(Admitted.class);
        assertThat(job.attempts()).extracting(Attempt::model).containsExactly(WANX, WANX);
        assertThat(mill.breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
    }

    @Test
    void whatCannotBeJournaledIsNotSent() throws Exception {
        Job job = mill.admitted();
        Files.createDirectories(mill.folder(job).root().resolve("intent.json/in-the-way"));

        assertThatThrownBy(() -> mill.submitted(job)).isInstanceOf(IOException.class);
        assertThat(mill.requests).isEmpty();
    }
}
