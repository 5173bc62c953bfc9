package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.settings.Settings.Fallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a job goes when the cloud gives no picture, under each policy. */
final class FallbacksTest extends CloudTest {
    private Job refused(Fallback policy, String code) throws Exception {
        mill.policy = policy;
        mill.restart();
        mill.emulator.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with(code));
        return mill.led(mill.admitted());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "LOCAL,ModelUnavailable",
        "LOCAL,Arrearage",
        "LOCAL,DataInspectionFailed",
        "LOCAL,InternalError",
        "LOCAL,ModelNotFound",
        "HOLD,DataInspectionFailed",
        "HOLD,InternalError",
        "HOLD,ModelNotFound",
    })
    void theLocalRoad(Fallback policy, String code) throws Exception {
        Job job = refused(policy, code);

        assertThat(job.state()).isInstanceOfSatisfying(Converting.class, state -> {
            assertThat(state.road()).isEqualTo(Road.LOCAL);
            assertThat(state.reason()).isEqualTo(code);
        });
        assertThat(mill.known(job))
                .usingRecursiveComparison()
                .ignoringFields("timings")
                .isEqualTo(job);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ModelUnavailable", "Throttling", "Arrearage", "InvalidApiKey"})
    void anOutageIsWaitedOutUnderHoldAndThePictureOrderedOnce(String code) throws Exception {
        Job held = refused(Fallback.HOLD, code);

        assertThat(held.state())
                .isInstanceOfSatisfying(
                        Admitted.class, state -> assertThat(state.heldBy()).isEqualTo(code));
        assertThat(mill.stage().isWanted(held)).isFalse();
        assertThat(mill.known(held).state()).isEqualTo(held.state());

        mill.emulator.faults().clear();
        Job done = mill.ledOn(held);

        assertThat(done.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ModelUnavailable", "Arrearage", "DataInspectionFailed", "InternalError", "ModelNotFound"})
    void underFailTheJobEndsWithTheServicesCodeAndAHint(String code) throws Exception {
        Job job = refused(Fallback.FAIL, code);

        assertThat(job.state()).isInstanceOfSatisfying(Failed.class, state -> {
            assertThat(state.problem().code()).isEqualTo(code);
            assertThat(state.problem().message()).contains("牡丹.png", code);
            assertThat(state.problem().hint()).isNotBlank();
        });
        assertThat(job.attempts()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LOCAL,CONVERTING", "HOLD,ADMITTED", "FAIL,FAILED"})
    void anOpenBreaker(Fallback policy, String state) throws Exception {
        mill.policy = policy;
        mill.restart();
        mill.breaker.transitionToOpenState();

        Job job = mill.led(mill.admitted());

        assertThat(job.state().name()).isEqualTo(state);
        assertThat(job.state().toString()).contains("BREAKER_OPEN");
        assertThat(mill.emulator.ledger().requests()).isEmpty();
    }

    @Test
    void whatBreaksInsideTheBreakerForAnotherReasonIsNotHidden() throws Exception {
        Job job = mill.admitted();

        assertThatThrownBy(() -> mill.stage().fallBack(job, new IllegalStateException("ours")))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anErrorOfThisProgramIsAFailureOfTheCloudsStageAndNotOfTheJob(boolean wrapped) throws Exception {
        Error error = new OutOfMemoryError("Java heap space");

        Job job = mill.stage().fallBack(mill.admitted(), wrapped ? new IllegalStateException(error) : error);

        assertThat(job.state()).isInstanceOfSatisfying(Converting.class, state -> {
            assertThat(state.road()).isEqualTo(Road.LOCAL);
            assertThat(state.reason()).isEqualTo("CLIENT_FAILED");
        });
    }

    @Test
    void anErrorAfterTheIntentLeavesOpenWhetherItWasSent() throws Exception {
        Job job = mill.admitted();
        Job intended = mill.journal.record(
                job.in(((Admitted) job.state()).submitting("wanx2.1-imageedit", mill.clock.instant())));

        Job ended = mill.stage().fallBack(job, new StackOverflowError());

        assertThat(intended.state().name()).isEqualTo("SUBMITTING");
        assertThat(ended.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.reason()).isEqualTo("SUBMIT_UNCERTAIN"));
    }
}
