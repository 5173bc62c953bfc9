package dev.shuttle.emulator;

/** A task's state as the service names it. */
public enum TaskStatus {
    /** Waiting. */
    PENDING,
    /** At work. */
    RUNNING,
    /** At least one picture was made. */
    SUCCEEDED,
    /** None was made. */
    FAILED,
    /** Taken back while PENDING. */
    CANCELED,
    /** No such task, or older than 24 hours. */
    UNKNOWN
}
