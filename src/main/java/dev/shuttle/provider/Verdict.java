package dev.shuttle.provider;

/** Whether to go on polling. */
public enum Verdict {
    /** Wait {@link Polling#delay()}, then poll again. */
    AGAIN,
    /** The task has ended. */
    FINAL,
    /** The deadline is over; the task may still end, and then be billed. */
    TOO_LATE,
    /** The service does not know the task, and it is too old for that to pass. */
    GONE,
    /** The poll itself is refused, and that will not pass. */
    REFUSED
}
