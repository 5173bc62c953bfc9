package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.pipeline.cloud.Mill.Kill;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.BeforeTheEngine;
import dev.shuttle.rig.RouteRig;
import dev.shuttle.settings.Settings.Fallback;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However the service fails and whenever the program is killed, under every policy: one picture is billed once at most. */
final class NothingIsPaidTwiceTest extends CloudTest {
    private static final List<Call> CALLS = List.of(Call.SUBMIT, Call.SUBMIT, Call.POLL, Call.LIST, Call.DOWNLOAD);

    private static final List<Fallback> POLICIES = List.of(Fallback.values());
    private static final List<Kill> KILLS = List.of(Kill.values());

    static LongStream seeds() {
        return LongStream.range(0, 24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howeverItGoes(long seed) throws Exception {
        Random random = new Random(seed);
        mill.policy = POLICIES.get(random.nextInt(3));
        mill.restart();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int first = 1 + random.nextInt(3);
            Call call = CALLS.get(random.nextInt(CALLS.size()));
            mill.emulator.faults().add(When.every(call).between(first, first + random.nextInt(3)), fault(random));
        }
        Job job = mill.admitted();

        for (int life = 0; life < 6 && job.state() instanceof BeforeTheEngine; life++) {
            mill.restart();
            mill.kill = life < 3 ? KILLS.get(random.nextInt(3)) : Kill.NEVER;
            job = lived(job);
            mill.clock.move(Duration.ofSeconds(random.nextInt(200)));
        }

        assertThat(mill.emulator.ledger().paidTwice()).as("seed " + seed).isZero();
        assertThat(mill.emulator.ledger().billed()).as("seed " + seed).isLessThanOrEqualTo(1);
    }

    /** One life of the program; a killed one leaves the job as the journal has it. */
    private Job lived(Job job) throws Exception {
        try {
            return job.state() instanceof Admitted ? mill.ledOn(job) : mill.led(job);
        } catch (RouteRig.Killed killed) {
            return mill.known(job);
        }
    }

    private static Fault fault(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Fault.LoseAnswer();
            case 1 -> new Fault.HtmlPage(502);
            case 2 -> Fault.Refuse.with("ModelUnavailable");
            case 3 -> Fault.Refuse.with("InternalError");
            case 4 -> Fault.Refuse.with("InvalidApiKey");
            case 5 -> new Fault.Truncate();
            case 6 -> new Fault.FailTask("InternalError", null);
            default -> new Fault.Reset();
        };
    }
}
