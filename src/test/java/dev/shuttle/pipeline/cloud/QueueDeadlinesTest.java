package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.settings.Settings.Fallback;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a job queues for the cloud: an hour where nobody sets it. */
final class QueueDeadlinesTest extends CloudTest {
    private static final Duration LONGER = Duration.ofMinutes(61);

    private Job queued(Fallback policy) throws Exception {
        mill.policy = policy;
        mill.restart();
        Job job = mill.admitted();
        mill.stage().queue(job);
        return job;
    }

    @Test
    void withinItsPatienceAJobGetsItsTurn() throws Exception {
        Job job = queued(Fallback.LOCAL);
        mill.clock.move(Duration.ofMinutes(59));

        assertThat(mill.stage().impatient()).isEmpty();
        assertThat(mill.stage().takes(job)).isTrue();
        mill.clock.move(LONGER);
        assertThat(mill.stage().impatient()).as("it has had its turn").isEmpty();
    }

    @Test
    void aJobThatWaitedTooLongGoesLocalOnceAndItsTurnIsPassedOver() throws Exception {
        Job job = queued(Fallback.LOCAL);
        mill.clock.move(LONGER);

        assertThat(mill.stage().impatient()).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(job.id());
            assertThat(left.state()).isInstanceOfSatisfying(Converting.class, state -> {
                assertThat(state.road()).isEqualTo(Road.LOCAL);
                assertThat(state.reason()).isEqualTo("CLOUD_BUSY");
            });
            assertThat(mill.known(job).state()).isEqualTo(left.state());
        });
        assertThat(mill.stage().impatient()).isEmpty();
        assertThat(mill.stage().takes(job)).isFalse();
    }

    @Test
    void underFailItEndsWithTheReason() throws Exception {
        queued(Fallback.FAIL);
        mill.clock.move(LONGER);

        assertThat(mill.stage().impatient())
                .singleElement()
                .satisfies(left -> assertThat(left.state())
                        .isInstanceOfSatisfying(
                                Failed.class,
                                state -> assertThat(state.problem().code()).isEqualTo("CLOUD_BUSY")));
    }

    @Test
    void underHoldItWaitsWithoutAnEnd() throws Exception {
        Job job = queued(Fallback.HOLD);
        mill.clock.move(Duration.ofDays(30));

        assertThat(mill.stage().impatient()).isEmpty();
        assertThat(mill.stage().takes(job)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCAL", "FAIL"})
    void whatTheCloudKnowsOfIsNeverGivenUpForWaiting(Fallback policy) throws Exception {
        mill.policy = policy;
        mill.restart();
        Job sent = mill.submitted(mill.admitted());
        mill.stage().queue(sent);
        mill.clock.move(LONGER);

        assertThat(mill.stage().impatient()).isEmpty();
        assertThat(mill.stage().takes(sent)).isTrue();
    }

    @Test
    void whereNobodyNotedThatItJoinedItIsTaken() throws Exception {
        assertThat(mill.stage().takes(mill.admitted()))
                .as("such as from another machine's queue")
                .isTrue();
    }

    @Test
    void aClockThatIsSetSendsNobodyAway() throws Exception {
        Job job = queued(Fallback.LOCAL);
        mill.setClock(Duration.ofDays(1));

        assertThat(mill.stage().impatient()).isEmpty();
        mill.setClock(Duration.ofDays(-2));
        assertThat(mill.stage().impatient()).isEmpty();
        assertThat(mill.stage().takes(job)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whomTheUserGivesUpLeavesTheQueueAtOnce(Fallback policy) throws Exception {
        Job job = queued(policy);
        mill.journal.requestCancel(job.id());

        assertThat(mill.stage().impatient())
                .singleElement()
                .satisfies(left -> assertThat(left.state())
                        .isInstanceOfSatisfying(
                                Failed.class,
                                state -> assertThat(state.problem().code()).isEqualTo("CANCELED")));
        assertThat(mill.stage().impatient()).isEmpty();
        assertThat(mill.stage().takes(job)).isFalse();
        mill.takesAPlace();
        mill.takesAPlace();
    }

    @Test
    void aProgramThatStopsSendsNobodyAway() throws Exception {
        queued(Fallback.LOCAL);
        mill.clock.move(LONGER);
        mill.shutdown.begin();

        assertThat(mill.stage().impatient()).isEmpty();
    }
}
