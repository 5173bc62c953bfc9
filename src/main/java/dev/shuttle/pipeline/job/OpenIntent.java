package dev.shuttle.pipeline.job;

import java.time.Duration;

/**
 * A job that was to be sent and has no answer, and what is known of the program that sends it.
 *
 * @param ahead how far that program's clock is ahead of this one's
 */
public record OpenIntent(Job job, Sender sender, Duration ahead) {
    /** Who sends it. */
    public enum Sender {
        /** This program. */
        HERE,
        /** A process that certainly is no more. */
        OVER,
        /** A node whose lease has run out: it is gone, or was stopped in the middle. */
        SILENT,
        /** A node that is there. */
        ELSEWHERE
    }
}
