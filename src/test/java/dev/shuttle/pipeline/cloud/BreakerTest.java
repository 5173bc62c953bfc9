package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.settings.Settings.Fallback;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What opens the breaker as it is set by default, what does not, and how it closes. */
final class BreakerTest extends CloudTest {
    private static final Duration OPEN = Duration.ofSeconds(31);

    @BeforeEach
    void usual() {
        mill.restartWithTheUsualBreaker();
    }

    private State state() {
        return mill.breaker.getState();
    }

    private List<Job> led(int count) throws Exception {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(mill.led(mill.admitted()));
        }
        return jobs;
    }

    @ParameterizedTest
    @ValueSource(strings = {"DataInspectionFailed", "InvalidParameter", "InvalidImageResolution", "ModelNotFound"})
    void picturesThatAreRefusedAtTheSubmitDoNotOpenIt(String code) throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with(code));

        led(12);

        assertThat(state()).isEqualTo(State.CLOSED);
        assertThat(mill.breaker.getMetrics().getNumberOfFailedCalls()).isZero();
        assertThat(mill.refusals).isEmpty();
    }

    @Test
    void picturesThatAreRefusedAfterTheSubmitDoNotOpenIt() throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), new Fault.FailTask("DataInspectionFailed", null));

        led(12);

        assertThat(state()).isEqualTo(State.CLOSED);
        assertThat(mill.breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Arrearage",
                "InvalidApiKey",
                "AccessDenied.Unpurchased",
                "Model.AccessDenied",
                "AllocationQuota.FreeTierOnly"
            })
    void anAccountThatIsRefusedOpensItAtOnce(String code) throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with(code));

        led(1);

        assertThat(state()).isEqualTo(State.OPEN);
        assertThat(mill.refusals).containsExactly(code);
    }

    @Test
    void anAccountThatIsRefusedWhereALostAnswerIsLookedUpOpensItToo() throws Exception {
        mill.emulator.faults().loseAnswer(1);
        mill.emulator.faults().add(When.every(Call.LIST), Fault.Refuse.with("InvalidApiKey"));

        led(1);

        assertThat(state()).isEqualTo(State.OPEN);
        assertThat(mill.refusals).containsExactly("InvalidApiKey");
    }

    @Test
    void anAccountThatIsRefusedAsATaskEndsOpensIt() throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), new Fault.FailTask("Arrearage", null));

        led(1);

        assertThat(state()).isEqualTo(State.OPEN);
    }

    @Test
    void theInternalErrorsOfOnePictureDoNotOpenItThoseOfTwoDo() throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), new Fault.FailTask("InternalError", "submit algo error"));

        led(1);
        assertThat(state()).isEqualTo(State.CLOSED);

        led(1);
        assertThat(state()).isEqualTo(State.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalError", "Throttling.RateQuota", "ModelUnavailable"})
    void aServiceThatAnswersNothingElseOpensIt(String code) throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with(code));

        led(12);

        assertThat(state()).isEqualTo(State.OPEN);
    }

    @Test
    void aDiskThatIsFullIsNoFailureOfTheService() throws Exception {
        List<Exception> ofThisMachine = List.of(
                new FileSystemException("intent.json", null, "No space left on device"),
                new UncheckedIOException(new IOException("No space left on device")));
        for (int i = 0; i < 20; i++) {
            for (Exception failure : ofThisMachine) {
                mill.breaker.onError(0, TimeUnit.NANOSECONDS, failure);
                mill.breaker.onError(
                        0, TimeUnit.NANOSECONDS, new IllegalStateException("wrapped by the route", failure));
            }
        }

        assertThat(state()).isEqualTo(State.CLOSED);
        assertThat(mill.breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void whileItIsOpenNothingIsAsked() throws Exception {
        mill.breaker.transitionToOpenState();

        List<Job> jobs = led(3);

        assertThat(mill.emulator.ledger().requests()).isEmpty();
        assertThat(jobs).extracting(job -> ((Converting) job.state()).reason()).containsOnly("BREAKER_OPEN");
    }

    @Test
    void halfOpenItLetsOneTryAndNoSecond() {
        mill.breaker.transitionToOpenState();
        mill.clock.move(OPEN);

        assertThat(mill.breaker.tryAcquirePermission()).isTrue();
        assertThat(mill.breaker.tryAcquirePermission()).isFalse();
        assertThat(state()).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void aTryThatSucceedsClosesIt() throws Exception {
        mill.breaker.transitionToOpenState();
        mill.clock.move(OPEN);

        Job job = led(1).get(0);

        assertThat(((Converting) job.state()).road()).isEqualTo(Road.EMULATED);
        assertThat(state()).isEqualTo(State.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ModelUnavailable", "Arrearage"})
    void aTryThatFailsOpensItForAnotherWhile(String code) throws Exception {
        mill.emulator.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with(code));
        mill.breaker.transitionToOpenState();
        mill.clock.move(OPEN);

        led(1);

        assertThat(state()).isEqualTo(State.OPEN);
        assertThat(mill.breaker.tryAcquirePermission()).isFalse();
    }

    @Test
    void underHoldTheJobsOfAnOutageAllGoThroughTheCloudOnceItIsBack() throws Exception {
        mill.policy = Fallback.HOLD;
        mill.restartWithTheUsualBreaker();
        mill.emulator.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("ModelUnavailable"));
        List<Job> held = led(14);
        assertThat(held)
                .allSatisfy(
                        job -> assertThat(((Admitted) job.state()).heldBy()).isIn("ModelUnavailable", "BREAKER_OPEN"));
        assertThat(state()).isEqualTo(State.OPEN);

        mill.emulator.faults().clear();
        mill.clock.move(OPEN);
        List<Job> done = new ArrayList<>();
        for (Job job : held) {
            done.add(mill.led(job.in(new Admitted(job.state().since(), null))));
        }

        assertThat(done)
                .allSatisfy(job -> assertThat(((Converting) job.state()).road()).isEqualTo(Road.EMULATED));
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(held.size());
        assertThat(state()).isEqualTo(State.CLOSED);
    }
}
