package dev.shuttle.pipeline.job;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Why a job ended without a loom image.
 *
 * @param code stable, in capitals
 * @param message what happened, to which file
 * @param hint what to do
 */
public record Problem(String code, String message, String hint) {
    private static final String SOURCE_LOST = "SOURCE_LOST";

    /** A job whose folder is gone, or is without its picture. */
    public static Problem sourceLost(Job job) {
        CloudTask task = job.cloud();
        String paid = task == null || task.taskId() == null
                ? ""
                : "; the cloud may have made it as task " + task.taskId() + ", which its console lists for 24 hours";
        return new Problem(
                SOURCE_LOST,
                job.source().name() + " is in the journal and no longer in shuttle.work",
                "drop the picture again" + paid);
    }

    /** Whether the job ended without its original. */
    @JsonIgnore
    public boolean isSourceLost() {
        return code.equals(SOURCE_LOST);
    }

    /** Whether the journal had nothing of the job that could be read. */
    @JsonIgnore
    public boolean isUnreadable() {
        return code.equals(UnreadableRowException.CODE);
    }

    /** A job that the user gave up. */
    public static Problem canceled(Job job) {
        return new Problem(
                "CANCELED",
                job.source().name() + " was given up on request",
                "to take it up again: shuttle jobs retry " + job.id());
    }
}
