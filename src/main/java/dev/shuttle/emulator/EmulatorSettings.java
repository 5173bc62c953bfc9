package dev.shuttle.emulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How an emulator behaves.
 *
 * @param port on 127.0.0.1; 0 for any free one
 * @param apiKey the one key that is accepted
 * @param mode when bad input is refused
 * @param queueTime how long a task is PENDING at least
 * @param runTime how long a task is RUNNING
 * @param clock decides every task's state, expiry and throttle; tests hand in one that they move
 * @param stateDirectory keeps tasks, pictures and the ledger across a kill of the process; null: a temporary folder,
 *     gone with the emulator
 * @param limits the account's limits
 */
public record EmulatorSettings(
        int port,
        String apiKey,
        Mode mode,
        Duration queueTime,
        Duration runTime,
        InstantSource clock,
        @Nullable Path stateDirectory,
        Limits limits) {

    /** The key of {@link #defaults()}. */
    public static final String DEFAULT_KEY = "sk-emulator";

    /** Any free port, key {@value #DEFAULT_KEY}, real mode, 200 ms queue, 1.5 s run, the system's clock, published limits. */
    public static EmulatorSettings defaults() {
        return new EmulatorSettings(
                0,
                DEFAULT_KEY,
                Mode.REAL,
                Duration.ofMillis(200),
                Duration.ofMillis(1500),
                InstantSource.system(),
                null,
                Limits.DOCUMENTED);
    }

    /** Times are not negative. */
    public EmulatorSettings {
        if (queueTime.isNegative() || runTime.isNegative()) {
            throw new IllegalArgumentException("queueTime and runTime are not negative");
        }
    }

    /** On this port. */
    public EmulatorSettings withPort(int other) {
        return new EmulatorSettings(other, apiKey, mode, queueTime, runTime, clock, stateDirectory, limits);
    }

    /** Accepting this key. */
    public EmulatorSettings withApiKey(String other) {
        return new EmulatorSettings(port, other, mode, queueTime, runTime, clock, stateDirectory, limits);
    }

    /** In this mode. */
    public EmulatorSettings withMode(Mode other) {
        return new EmulatorSettings(port, apiKey, other, queueTime, runTime, clock, stateDirectory, limits);
    }

    /** With these times in the queue and at work. */
    public EmulatorSettings withTimes(Duration queue, Duration run) {
        return new EmulatorSettings(port, apiKey, mode, queue, run, clock, stateDirectory, limits);
    }

    /** By this clock. */
    public EmulatorSettings withClock(InstantSource other) {
        return new EmulatorSettings(port, apiKey, mode, queueTime, runTime, other, stateDirectory, limits);
    }

    /** Keeping its state here. */
    public EmulatorSettings withStateDirectory(@Nullable Path other) {
        return new EmulatorSettings(port, apiKey, mode, queueTime, runTime, clock, other, limits);
    }

    /** With these limits. */
    public EmulatorSettings withLimits(Limits other) {
        return new EmulatorSettings(port, apiKey, mode, queueTime, runTime, clock, stateDirectory, other);
    }
}
