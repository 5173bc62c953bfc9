package dev.shuttle.pipeline.job;

/** Which way made the picture that the loom engine works on. */
public enum Road {
    /** DashScope did. */
    CLOUD,
    /** Shuttle's own emulator did, as DashScope would. */
    EMULATED,
    /** Nobody did: the styled source is taken. */
    LOCAL
}
