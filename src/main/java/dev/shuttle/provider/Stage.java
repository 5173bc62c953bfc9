package dev.shuttle.provider;

/** The call during which an error was met. */
public enum Stage {
    /** Sending the picture. */
    SUBMIT,
    /** Asking for a task's state; also the errors of a task that failed. */
    POLL,
    /** Listing tasks. */
    LIST,
    /** Canceling a task. */
    CANCEL,
    /** Fetching a result. */
    DOWNLOAD
}
