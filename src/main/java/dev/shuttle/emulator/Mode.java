package dev.shuttle.emulator;

/** When bad input and parameters are refused. */
public enum Mode {
    /** As the service was seen to do: the submit is accepted, the task ends FAILED, often with a bare InternalError. */
    REAL,
    /** For developers: 400 at the submit, with a message that says what is wrong. */
    STRICT
}
