package dev.shuttle.job;

/**
 * Why a job ended without a loom image.
 *
 * @param code stable, in capitals
 * @param message what happened, to which file
 * @param hint what to do
 */
public record Problem(String code, String message, String hint) {
    /** A job that the user gave up. */
    public static Problem canceled(Job job) {
        return new Problem(
                "CANCELED",
                job.source().name() + " was given up on request",
                "to take it up again: shuttle jobs retry " + job.id());
    }
}
