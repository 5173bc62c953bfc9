package dev.shuttle.campaign;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.DocumentedError;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.Faults;
import dev.shuttle.emulator.When;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What goes wrong in the cloud during one life of the program: nothing, or one or two of what was seen of such services. */
final class KillFaults {
    /** Longer than a life of the program. */
    private static final Duration HANGS = Duration.ofSeconds(20);

    private KillFaults() {}

    /** Puts new faults in the place of the old ones. */
    static void arm(Faults faults, RandomGenerator random) {
        faults.clear();
        submits(faults, random);
        lists(faults, random);
        tasks(faults, random);
    }

    /** The paid step: in two lives of three one or two of its first calls go wrong. */
    private static void submits(Faults faults, RandomGenerator random) {
        int first = random.nextInt(1, 4);
        When some = When.every(Call.SUBMIT).between(first, first + random.nextInt(2));
        switch (random.nextInt(9)) {
            case 0, 1 -> faults.add(some, new Fault.Delay(HANGS)); // accepted, and the answer does not come
            case 2, 3 -> refusedLate(faults, some);
            case 4 -> faults.add(some, new Fault.LoseAnswer());
            case 5 -> faults.add(some, new Fault.Truncate());
            default -> faults.add(When.every(Call.SUBMIT), new Fault.Delay(upTo(random, 400)));
        }
    }

    /** Never accepted, and nothing is said of it while the program lives. */
    private static void refusedLate(Faults faults, When some) {
        faults.add(some, new Fault.Delay(HANGS));
        faults.add(some, Fault.Refuse.with(DocumentedError.INTERNAL_TIMEOUT));
    }

    private static void lists(Faults faults, RandomGenerator random) {
        switch (random.nextInt(6)) {
            case 0 -> faults.add(When.first(Call.LIST, 2), new Fault.Delay(upTo(random, 2500)));
            case 1, 2 -> faults.add(When.every(Call.LIST), new Fault.LateList(upTo(random, 3000)));
            case 3 -> faults.add(When.first(Call.LIST, 1), new Fault.Reset());
            default -> {}
        }
    }

    private static void tasks(Faults faults, RandomGenerator random) {
        switch (random.nextInt(6)) {
            case 0 -> faults.add(When.nth(Call.SUBMIT, random.nextInt(1, 4)), internalError());
            case 1 -> faults.add(When.first(Call.POLL, 2), new Fault.UnknownTask());
            case 2 -> faults.add(When.first(Call.DOWNLOAD, 1), new Fault.Delay(upTo(random, 1500)));
            case 3 -> faults.add(When.first(Call.DOWNLOAD, 1), new Fault.Truncate());
            default -> {}
        }
    }

    private static Fault internalError() {
        return new Fault.FailTask("InternalError", "submit algo service error, Internal server error!");
    }

    private static Duration upTo(RandomGenerator random, int millis) {
        return Duration.ofMillis(random.nextInt(1, millis));
    }
}
