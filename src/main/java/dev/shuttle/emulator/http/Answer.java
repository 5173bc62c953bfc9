package dev.shuttle.emulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * One answer.
 *
 * @param delay how long the server holds it back (real time: it is the client's patience that is tried)
 * @param amount how much of it an ending makes that needs a number; else 0
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Answer(int status, Headers headers, byte[] body, Ending ending, Duration delay, long amount) {

    /** A whole answer, sent at once. */
    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Headers.NONE.with("Content-Type", contentType), body, Ending.WHOLE, Duration.ZERO, 0);
    }

    /** A whole answer of UTF-8 text, sent at once. */
    public static Answer of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with one more header. */
    public Answer with(String name, String value) {
        return new Answer(status, headers.with(name, value), body, ending, delay, amount);
    }

    /** The same with another ending. */
    public Answer ending(Ending other) {
        return new Answer(status, headers, body, other, delay, amount);
    }

    /** The same with another ending, of this amount. */
    public Answer ending(Ending other, long newAmount) {
        return new Answer(status, headers, body, other, delay, newAmount);
    }

    /** The same, held back longer by this much. */
    public Answer delayed(Duration more) {
        return new Answer(status, headers, body, ending, delay.plus(more), amount);
    }

    /** The same with another body. */
    public Answer body(byte[] other) {
        return new Answer(status, headers, other, ending, delay, amount);
    }

    /** The same, said to be of another type. */
    public Answer type(String contentType) {
        List<Headers.Header> others = headers.all().stream()
                .filter(header -> !header.name().equalsIgnoreCase("Content-Type"))
                .toList();
        return new Answer(status, new Headers(others).with("Content-Type", contentType), body, ending, delay, amount);
    }
}
