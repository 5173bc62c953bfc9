package dev.shuttle.rig;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Limits;
import java.time.Duration;

/** The emulator as tests want it: honest, and quick. */
public final class TestCloud {
    private TestCloud() {}

    /** Starts one. */
    public static Emulator start() {
        return Emulator.start(EmulatorSettings.defaults()
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(100))
                .withLimits(Limits.NONE));
    }
}
