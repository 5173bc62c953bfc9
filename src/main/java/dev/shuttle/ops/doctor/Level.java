package dev.shuttle.ops.doctor;

/** How a check came out. */
public enum Level {
    /** As it should be. */
    OK,
    /** Works, but not as well as it could, or not for long. */
    WARN,
    /** Does not work until somebody acts. */
    FAIL,
    /** Not looked at; the finding says why. */
    SKIP
}
