package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.pipeline.cloud.Mill.Kill;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal.Transition;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.RouteRig;
import dev.shuttle.settings.Settings.Fallback;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The paid step: what is in the journal when, and what follows a lost answer. */
final class SubmitStepTest extends CloudTest {
    private Job killed(Kill when) throws Exception {
        Job job = mill.admitted();
        mill.kill = when;
        assertThatThrownBy(() -> mill.submitted(job)).isInstanceOf(RouteRig.Killed.class);
        assertThat(mill.known(job).state()).isInstanceOf(Submitting.class);
        return mill.known(job);
    }

    @Test
    void theIntentIsInTheJournalBeforeThePost() throws Exception {
        mill.submitted(mill.admitted());

        assertThat(mill.requests).containsExactly("POST SUBMITTING");
    }

    @Test
    void theTasksIdIsInTheJournalBeforeAnythingElseIsAsked() throws Exception {
        Job job = mill.polled(mill.submitted(mill.admitted()));

        String taskId = mill.emulator.ledger().tasks().get(0).taskId();
        assertThat(mill.journal.history(job.id()))
                .extracting(Transition::state)
                .containsExactly("ADMITTED", "SUBMITTING", "SUBMITTED", "RUNNING", "RUNNING");
        assertThat(mill.requests).startsWith("POST SUBMITTING", "GET RUNNING");
        assertThat(job.cloud()).isNotNull().satisfies(task -> {
            assertThat(task.taskId()).isEqualTo(taskId);
            assertThat(task.model()).isEqualTo(WANX);
            assertThat(task.prompt()).isEqualTo("改成织锦图案");
            assertThat(task.requestId()).isNotBlank();
        });
    }

    @Test
    void aLostAnswerIsLookedUpAndItsTaskAdopted() throws Exception {
        mill.emulator.faults().loseAnswer(1);

        Job job = mill.submitted(mill.admitted());

        assertThat(job.state())
                .isInstanceOfSatisfying(
                        Submitted.class,
                        state -> assertThat(state.taskId())
                                .isEqualTo(mill.emulator.ledger().tasks().get(0).taskId()));
        assertThat(job.attempts()).extracting(Attempt::code).containsExactly("ANSWER_LOST");
        assertThat(mill.led(job).state()).isInstanceOf(Converting.class);
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void killedAfterThePostTheTaskIsFoundAndNotMadeAgain() throws Exception {
        Job job = killed(Kill.AFTER_THE_POST);
        mill.clock.move(Duration.ofMinutes(10));
        mill.restart();

        Job done = mill.led(job);

        assertThat(done.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void killedBeforeThePostItIsLookedForAndThenSentOnce() throws Exception {
        Job job = killed(Kill.BEFORE_THE_POST);
        mill.clock.move(Duration.ofMinutes(10));
        mill.restart();

        Job done = mill.led(job);

        assertThat(done.state()).isInstanceOf(Converting.class);
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
        assertThat(mill.emulator.ledger().requests("GET", "/tasks")).isNotEmpty();
    }

    @Test
    void theTaskOfAnotherJobIsNotAdopted() throws Exception {
        Job other = mill.submitted(mill.admitted());
        Job job = killed(Kill.BEFORE_THE_POST);
        mill.restart();

        Job sent = mill.submitted(job);

        assertThat(taskId(sent)).isNotEqualTo(taskId(other));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(2);
    }

    private static String taskId(Job job) {
        return Objects.requireNonNull(Objects.requireNonNull(job.cloud()).taskId());
    }

    @Test
    void whereItCannotBeToldWhetherItWasAcceptedItIsNeverSentAgain() throws Exception {
        mill.emulator.faults().loseAnswer(1);
        mill.emulator.faults().add(When.every(Call.LIST), Fault.Refuse.with("ModelUnavailable"));

        Job job = mill.led(mill.admitted());
        mill.emulator.faults().clear();
        Job later = mill.ledOn(job);

        assertThat(later.state()).isInstanceOfSatisfying(Converting.class, state -> {
            assertThat(state.road()).isEqualTo(Road.LOCAL);
            assertThat(state.reason()).isEqualTo("SUBMIT_UNCERTAIN");
        });
        assertThat(later.intent()).as("it may own a task").isNotNull();
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    /** Under {@code hold}: the answer is lost, and the list cannot be had either. */
    private Job kept() throws Exception {
        mill.policy = Fallback.HOLD;
        mill.restart();
        mill.emulator.faults().loseAnswer(1);
        mill.emulator.faults().add(When.every(Call.LIST), new Fault.Reset());
        Job job = mill.admitted();
        assertThatThrownBy(() -> mill.led(job)).isInstanceOf(LookUpDelayed.class);
        return mill.known(job);
    }

    @Test
    void underHoldALostSubmitIsKeptUntilItCanBeLookedUp() throws Exception {
        Job kept = kept();
        assertThat(kept.state()).isInstanceOf(Submitting.class);
        assertThatThrownBy(() -> mill.led(kept)).isInstanceOf(LookUpDelayed.class);
        assertThat(mill.known(kept).attempts())
                .as("its book does not grow by waiting")
                .hasSize(1);

        mill.clock.move(Duration.ofMinutes(20));
        mill.emulator.faults().clear();
        Job done = mill.led(mill.known(kept));

        assertThat(done.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void whileALostSubmitIsKeptNothingNewIsSentAndTheOthersAreHeld() throws Exception {
        Job kept = kept();

        Job other = mill.led(mill.admitted(520, 530));

        assertThat(other.state())
                .isInstanceOfSatisfying(
                        Admitted.class, state -> assertThat(state.heldBy()).isEqualTo("ANSWER_LOST"));
        mill.emulator.faults().clear();
        assertThat(mill.ledOn(other).state()).isInstanceOf(Converting.class);
        assertThat(mill.known(kept).state()).as("settled in the other's turn").isInstanceOf(Submitted.class);
        assertThat(mill.led(kept).state())
                .as("however old the job is that comes")
                .isInstanceOf(Converting.class);
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(2);
        assertThat(mill.emulator.ledger().paidTwice()).isZero();
    }

    @Test
    void pastTheListsDayAKeptSubmitIsGivenUpAndNeverSentAgain() throws Exception {
        Job kept = kept();
        mill.clock.move(Duration.ofHours(25));

        Job done = mill.led(kept);

        assertThat(done.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.reason()).isEqualTo("SUBMIT_UNCERTAIN"));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void withTheBreakerOpenALostSubmitIsLookedUpAllTheSame() throws Exception {
        Job job = killed(Kill.AFTER_THE_POST);
        mill.restart();
        mill.breaker.transitionToOpenState();

        Job done = mill.led(job);

        assertThat(done.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
    }

    @Test
    void aLostIntentDoesNotTakeWhatALaterOneMade() throws Exception {
        Job first = killed(Kill.BEFORE_THE_POST);
        mill.restart();
        Job second = mill.admitted(520, 530);
        mill.kill = Kill.AFTER_THE_POST;
        assertThatThrownBy(() -> mill.submitted(second)).isInstanceOf(RouteRig.Killed.class);
        assertThat(mill.known(first).state())
                .as("settled before the second was sent")
                .isInstanceOf(Admitted.class);
        mill.restart();

        Job firstDone = mill.led(mill.known(first));
        Job secondDone = mill.led(mill.known(second));

        assertThat(List.of(firstDone, secondDone))
                .allSatisfy(done -> assertThat(done.state())
                        .isInstanceOfSatisfying(
                                Converting.class,
                                state -> assertThat(state.road()).isEqualTo(Road.EMULATED)));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(2);
        assertThat(mill.emulator.ledger().paidTwice()).isZero();
    }

    @Test
    void theIntentIsOnTheDiskAndSaysWhatBecameOfIt() throws Exception {
        Job lost = killed(Kill.BEFORE_THE_POST);
        assertThat(IntentFile.read(mill.folder(lost))).contains(IntentFile.open(Objects.requireNonNull(lost.intent())));
        mill.restart();

        Job sent = mill.submitted(lost);

        assertThat(IntentFile.read(mill.folder(sent))).map(IntentFile::task).contains(taskId(sent));
        assertThat(sent.intent()).isNull();
    }

    @Test
    void whatWasRefusedLeavesNoIntent() throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("DataInspectionFailed"));

        Job job = mill.led(mill.admitted());

        assertThat(IntentFile.read(mill.folder(job))).isEmpty();
        assertThat(mill.known(job).intent()).isNull();
    }

    @Test
    void eachTryIsJournaledByItself() throws Exception {
        mill.emulator.faults().add(When.nth(Call.SUBMIT, 1), Fault.Refuse.with("ModelUnavailable"));
        Job job = mill.admitted();

        mill.submitted(job);

        assertThat(mill.requests).containsExactly("POST SUBMITTING", "POST SUBMITTING");
        assertThat(mill.journal.history(job.id()))
                .extracting(Transition::state)
                .containsExactly("ADMITTED", "SUBMITTING", "SUBMITTING", "SUBMITTED");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCAL", "HOLD"})
    void anOpenBreakerDoesNotMakeALostSubmitForgotten(Fallback policy) throws Exception {
        mill.policy = policy;
        mill.restart();
        Job job = killed(Kill.AFTER_THE_POST);
        mill.restart();
        mill.breaker.transitionToOpenState();

        Job later = mill.ledOn(mill.led(job));

        assertThat(later.state()).isInstanceOf(Converting.class);
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void aGatewayThatSwallowsEveryPostDoesNotKeepAJobForEver() throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), new Fault.HtmlPage(502));

        Job job = mill.led(mill.admitted());

        assertThat(job.state()).isInstanceOfSatisfying(Converting.class, state -> {
            assertThat(state.road()).isEqualTo(Road.LOCAL);
            assertThat(state.reason()).isEqualTo("ANSWER_LOST");
        });
        assertThat(mill.breaker.getMetrics().getNumberOfFailedCalls()).isPositive();
        assertThat(mill.emulator.ledger().accepted()).isZero();
    }

    @Test
    void anAccountFaultOpensTheBreakerAtOnceAndNobodyElseTries() throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("Arrearage"));

        Job first = mill.led(mill.admitted());
        Job second = mill.led(mill.admitted());

        assertThat(mill.breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(first.state()).isEqualTo(new Converting(mill.clock.instant(), Road.LOCAL, "Arrearage"));
        assertThat(second.state()).isEqualTo(new Converting(mill.clock.instant(), Road.LOCAL, "BREAKER_OPEN"));
        assertThat(mill.emulator.ledger().requests("POST", "/services")).hasSize(1);
    }

    @Test
    void aServiceThatIsOverloadedCountsForTheBreaker() throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("ModelUnavailable"));

        Job job = mill.led(mill.admitted());

        assertThat(job.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.reason()).isEqualTo("ModelUnavailable"));
        assertThat(mill.breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
        assertThat(job.attempts()).extracting(Attempt::http).containsOnly(503);
    }

    @Test
    void aModelThatIsNotThereIsFollowedByTheNextAtOnce() throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT).ofModel(WANX), Fault.Refuse.with("ModelNotFound"));

        Job job = mill.led(mill.admitted());

        assertThat(job.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
        assertThat(job.attempts()).extracting(Attempt::model).containsExactly(WANX);
        assertThat(job.cloud())
                .isNotNull()
                .satisfies(task -> assertThat(task.model()).isEqualTo(WAN25));
    }

    @Test
    void aPictureTheServiceRefusesGoesLocalWithoutAnotherTry() throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("DataInspectionFailed"));

        Job job = mill.led(mill.admitted());

        assertThat(job.attempts()).extracting(Attempt::code).containsExactly("DataInspectionFailed");
        assertThat(job.state()).isEqualTo(new Converting(mill.clock.instant(), Road.LOCAL, "DataInspectionFailed"));
        assertThat(mill.breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void aModelThatAnswersAtOnceIsFetchedWithoutAPoll() throws Exception {
        mill.models = List.of("qwen-image-edit-plus");
        mill.restart();

        Job job = mill.submitted(mill.admitted());

        assertThat(job.state()).isInstanceOfSatisfying(Running.class, state -> {
            assertThat(state.taskId()).isNull();
            assertThat(state.result()).isNotNull();
        });
        assertThat(mill.led(job).state()).isInstanceOf(Converting.class);
        assertThat(mill.emulator.ledger().polls()).isZero();
    }

    @Test
    void aLostAnswerOfAModelThatKeepsNoListIsNotSentAgain() throws Exception {
        mill.models = List.of("qwen-image-edit-plus");
        mill.policy = Fallback.HOLD;
        mill.restart();
        mill.emulator.faults().loseAnswer(1);

        Job later = mill.ledOn(mill.led(mill.admitted()));

        assertThat(later.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.reason()).isEqualTo("SUBMIT_UNCERTAIN"));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void whenTheProgramStopsNothingNewIsBegun() throws Exception {
        Job job = mill.admitted();

        mill.shutdown.begin();

        assertThat(mill.led(job)).isEqualTo(job);
        assertThat(mill.emulator.ledger().accepted()).isZero();
        assertThat(job.state()).isInstanceOf(Admitted.class);
    }
}
