package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.TaskStatus;
import dev.shuttle.emulator.When;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.settings.Settings.Fallback;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task on its way to its end. */
final class PollStepTest extends CloudTest {
    private static String taskId(Job job) {
        return Objects.requireNonNull(Objects.requireNonNull(job.cloud()).taskId());
    }

    private void allGoesLocal(Job job, String reason) {
        assertThat(job.state()).isInstanceOfSatisfying(Converting.class, state -> {
            assertThat(state.road()).isEqualTo(Road.LOCAL);
            assertThat(state.reason()).isEqualTo(reason);
        });
        assertThat(mill.known(job).state()).isEqualTo(job.state());
    }

    @Test
    void aTaskThatSucceedsIsReadyToBeFetched() throws Exception {
        Job job = mill.polled(mill.submitted(mill.admitted()));

        assertThat(mill.stage().isToDownload(job)).isTrue();
        assertThat(mill.known(job).state()).isEqualTo(job.state());
        assertThat(Objects.requireNonNull(job.cloud()).polls())
                .isEqualTo(mill.emulator.ledger().polls(taskId(job)));
        assertThat(Objects.requireNonNull(job.cloud()).finishedAt()).isNotNull();
    }

    @Test
    void afterARestartTheTaskIsPolledOnByItsId() throws Exception {
        Job job = mill.submitted(mill.admitted());
        mill.clock.move(mill.stage().nextPoll(job));
        mill.polledOnce(job);
        mill.restart();

        Job done = mill.led(mill.known(job));

        assertThat(done.state()).isInstanceOf(Converting.class);
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void aResultThatWaitedLongPastTheDeadlineIsTakenAllTheSame() throws Exception {
        Job job = mill.submitted(mill.admitted());
        mill.clock.move(Duration.ofHours(3));
        mill.restart();

        assertThat(mill.polled(mill.known(job)).state())
                .isInstanceOfSatisfying(
                        Running.class, state -> assertThat(state.result()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource({"23", "-23"})
    void aClockThatIsSetDoesNotGiveUpATask(int hours) throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), new Fault.NeverFinish());
        Job job = mill.submitted(mill.admitted());
        job = mill.polledOnce(job);
        mill.setClock(Duration.ofHours(hours));

        for (int polls = 0; polls < 5; polls++) {
            mill.clock.move(mill.stage().nextPoll(job));
            job = mill.polledOnce(job);
        }
        assertThat(mill.stage().isPending(job)).isTrue();
        mill.clock.move(Duration.ofMinutes(5));
        allGoesLocal(mill.polledOnce(job), "DEADLINE");
    }

    @Test
    void aTaskThatNobodyAnsweredForIsLeftLongAfterItsDeadlineWithoutAnotherCall() throws Exception {
        mill.emulator.faults().add(When.every(Call.POLL), new Fault.HtmlPage(502));
        Job job = mill.polledOnce(mill.submitted(mill.admitted()));
        int before = mill.emulator.ledger().requests().size();
        mill.clock.move(Duration.ofMinutes(7));

        allGoesLocal(mill.polledOnce(job), "DEADLINE");
        assertThat(mill.emulator.ledger().requests()).hasSize(before);
    }

    @Test
    void aJobThatComesAgainIsAskedForOnceMoreHoweverLateItIs() throws Exception {
        Job job = mill.polledOnce(mill.submitted(mill.admitted()));
        mill.stage().leaves(job);
        mill.clock.move(Duration.ofDays(1).minusMinutes(1));

        assertThat(mill.polled(job).state())
                .isInstanceOfSatisfying(
                        Running.class, state -> assertThat(state.result()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource({"LOCAL", "HOLD"})
    void pastTheDeadlineTheJobGoesLocalAndTheTaskIsNotOrderedAgain(Fallback policy) throws Exception {
        mill.policy = policy;
        mill.restart();
        mill.emulator.faults().add(When.every(Call.SUBMIT), new Fault.NeverFinish());

        Job job = mill.ledOn(mill.led(mill.admitted()));

        allGoesLocal(job, "DEADLINE");
        assertThat(job.attempts()).extracting(Attempt::code).containsExactly("DEADLINE");
        assertThat(mill.emulator.ledger().requests("POST", "/cancel")).hasSize(1);
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void underHoldATaskIsAskedForUntilTheCloudIsBackHoweverLongThatTakes() throws Exception {
        mill.policy = Fallback.HOLD;
        mill.restart();
        mill.emulator.faults().add(When.every(Call.POLL), new Fault.HtmlPage(502));
        Job job = mill.polledOnce(mill.submitted(mill.admitted()));
        for (int polls = 0; polls < 60; polls++) {
            mill.clock.move(mill.stage().nextPoll(job));
            job = mill.polledOnce(job);
        }
        assertThat(mill.stage().isPending(job))
                .as("ten minutes, and the deadline is five")
                .isTrue();
        assertThat(mill.stage().nextPoll(job)).as("not in haste").isGreaterThan(Duration.ofSeconds(5));
        assertThat(job.attempts()).isEmpty();
        mill.clock.move(Duration.ofHours(12));
        job = mill.polledOnce(job);

        mill.emulator.faults().clear();

        assertThat(mill.led(job).state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void underHoldATaskKeepsItsPlaceAsLongAsTheServiceKeepsTheTask() throws Exception {
        mill.policy = Fallback.HOLD;
        mill.restart();
        Job job = mill.submitted(mill.admitted());
        mill.emulator.close();
        mill.stage().resumes(job);
        mill.takesAPlace();
        CompletableFuture<Job> other = mill.stage().awaitPlace(mill.admitted()).toCompletableFuture();

        job = mill.polledOnce(job);
        mill.clock.move(Duration.ofHours(24));
        job = mill.polledOnce(job);
        assertThat(other).as("it counts for the account").isNotDone();
        mill.clock.move(Duration.ofHours(1));
        job = mill.polledOnce(job);

        assertThat(other).as("others go on").succeedsWithin(Duration.ofMinutes(1));
        assertThat(mill.stage().isPending(job)).as("and it is asked for").isTrue();
    }

    @Test
    void passingFailuresOfPollsAreBorne() throws Exception {
        mill.emulator.faults().add(When.every(Call.POLL).between(1, 2), Fault.Refuse.with("ModelUnavailable"));
        mill.emulator.faults().add(When.nth(Call.POLL, 3), new Fault.HtmlPage(502));

        assertThat(mill.led(mill.admitted()).state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void givenUpByTheUserAWaitingTaskIsTakenBackAndNotPaid() throws Exception {
        Job job = mill.submitted(mill.admitted());
        mill.journal.requestCancel(job.id());

        Job given = mill.polledOnce(job);

        assertThat(given.state())
                .isInstanceOfSatisfying(
                        Failed.class,
                        state -> assertThat(state.problem().code()).isEqualTo("CANCELED"));
        assertThat(mill.emulator.ledger().tasks().get(0).status()).isEqualTo(TaskStatus.CANCELED);
        assertThat(mill.stage().isWanted(given)).isFalse();
    }

    @Test
    void aTaskThatSomebodyCanceledInTheConsoleMeansLocal() throws Exception {
        Job job = mill.submitted(mill.admitted());
        assertThat(mill.dashScope().cancel(taskId(job))).isTrue();

        allGoesLocal(mill.led(job), "TASK_CANCELED");
    }

    @ParameterizedTest
    @CsvSource({"LOCAL", "HOLD"})
    void aTaskThatTheServiceDoesNotKnowIsNotOrderedAgain(Fallback policy) throws Exception {
        mill.policy = policy;
        mill.restart();
        mill.emulator.faults().add(When.every(Call.POLL), new Fault.UnknownTask());

        allGoesLocal(mill.ledOn(mill.led(mill.admitted())), "TASK_UNKNOWN");
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void aTaskThatIsUnknownOnlyAtFirstIsWaitedFor() throws Exception {
        mill.emulator.faults().add(When.first(Call.POLL, 2), new Fault.UnknownTask());

        assertThat(mill.led(mill.admitted()).state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
    }

    @Test
    void aPollThatIsRefusedMeansLocal() throws Exception {
        mill.emulator.faults().add(When.every(Call.POLL), new Fault.Refuse(403, "AccessDenied", "Access denied."));

        allGoesLocal(mill.led(mill.admitted()), "AccessDenied");
    }

    @ParameterizedTest
    @CsvSource({"LOCAL", "HOLD"})
    void aKeyThatIsRefusedAtAPollOpensTheBreakerAndTheTaskIsNotOrderedAgain(Fallback policy) throws Exception {
        mill.policy = policy;
        mill.restart();
        mill.emulator.faults().add(When.every(Call.POLL), Fault.Refuse.with("InvalidApiKey"));

        Job job = mill.led(mill.admitted());

        assertThat(mill.breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
        mill.emulator.faults().clear();
        allGoesLocal(mill.ledOn(job), "InvalidApiKey");
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void anInternalErrorIsTriedTwiceThenTheNextModelThenLocal() throws Exception {
        mill.emulator
                .faults()
                .add(
                        When.every(Call.SUBMIT),
                        new Fault.FailTask("InternalError", "submit algo service error, Internal server error!"));

        Job job = mill.led(mill.admitted());

        assertThat(job.attempts()).extracting(Attempt::model).containsExactly(WANX, WANX, WAN25, WAN25);
        assertThat(job.attempts()).extracting(Attempt::code).containsOnly("InternalError");
        assertThat(job.attempts())
                .extracting(Attempt::taskId)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        allGoesLocal(job, "InternalError");
        assertThat(mill.emulator.ledger().billed()).isZero();
        assertThat(mill.breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(4);
    }

    @Test
    void anInternalErrorThatPassesIsFollowedByThePicture() throws Exception {
        mill.emulator.faults().failTask(1, "InternalError", "Internal server error!");

        Job job = mill.led(mill.admitted());

        assertThat(job.attempts()).hasSize(1);
        assertThat(job.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
        assertThat(mill.emulator.ledger().billed()).isEqualTo(1);
    }
}
