package dev.shuttle.emulator;

import java.util.Objects;

/** A fault and when it strikes. */
public record FaultRule(When when, Fault fault) {
    /** Both are there, also when read from JSON. */
    public FaultRule {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(fault, "fault");
    }
}
