package dev.shuttle.emulator.http;

/** How an answer ends on the wire. */
public enum Ending {
    /** The whole answer; the connection stays open where the client wants it to. */
    WHOLE,
    /** The headers promise the whole body, half of it follows, then the connection is closed. */
    TRUNCATED,
    /** Nothing is written, the connection is aborted (RST). */
    RESET,
    /** The connection is reset after half of the body. */
    RESET_MIDWAY,
    /** Nothing is written, the connection is closed in order (FIN). */
    CLOSED,
    /** Nothing is sent, and the connection stays open. */
    HANGING,
    /** The status line and one header, and then nothing. */
    HANGING_IN_HEADERS,
    /** Half of the body, and then nothing. */
    HANGING_IN_BODY,
    /** One byte a second, from the status line on. */
    DRIPPING,
    /** The headers at once, then one byte of the body a second. */
    DRIPPING_BODY,
    /** A body without an end. */
    ENDLESS,
    /** One header line without an end. */
    ENDLESS_HEADER,
    /** Header lines without an end. */
    ENDLESS_HEADERS,
    /** A body of {@link Answer#amount} bytes, announced as such: what was to be said, with padding. */
    PADDED,
    /** A body that unzips to {@link Answer#amount} bytes. */
    ZIPPED,
    /** Arrays in arrays, {@link Answer#amount} deep. */
    NESTED
}
