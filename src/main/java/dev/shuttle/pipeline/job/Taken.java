package dev.shuttle.pipeline.job;

/** What came of taking a job over. */
public sealed interface Taken {
    /**
     * This program has it: now, or it had it already.
     *
     * @param tries how many programs went away with it in hand since one last handed it on
     */
    record Here(Job job, int tries) implements Taken {
        /** One that none has gone away with. */
        public Here(Job job) {
            this(job, 0);
        }

        /** Whether whoever goes on with it seems to break. */
        public boolean keepsFailing() {
            return tries > MOST_TRIES;
        }
    }

    /** Another node has it, and is there or may be. */
    record Elsewhere(String node) implements Taken {}

    /** It waits for another message than this, or somebody here is at it: nothing is to be done. */
    record Stray() implements Taken {}

    /** Nothing is left to do. */
    record Ended(Job job) implements Taken {}

    /** The journal does not know it. */
    record Unknown() implements Taken {}

    /** The code of a job that took down whoever had it, or whose message the broker gave up. */
    String KEEPS_FAILING = "KEEPS_FAILING";

    /** So often a job is taken up after whoever had it is gone. */
    int MOST_TRIES = 5;
}
