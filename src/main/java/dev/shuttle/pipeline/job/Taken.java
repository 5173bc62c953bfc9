package dev.shuttle.pipeline.job;

/** What came of taking a job over. */
public sealed interface Taken {
    /** This program has it: now, or it had it already. */
    record Here(Job job) implements Taken {}

    /** Another node has it, and is there or may be. */
    record Elsewhere(String node) implements Taken {}

    /** Nothing is left to do. */
    record Ended(Job job) implements Taken {}

    /** The journal does not know it. */
    record Unknown() implements Taken {}
}
