package dev.shuttle.emulator.http;

/** How an answer ends on the wire. */
public enum Ending {
    /** The whole answer; the connection stays open where the client wants it to. */
    WHOLE,
    /** The headers promise the whole body, half of it follows, then the connection is closed. */
    TRUNCATED,
    /** Nothing is written, the connection is closed in order (FIN). */
    CLOSED,
    /** Nothing is written, the connection is aborted (RST). */
    RESET
}
