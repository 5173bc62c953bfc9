package dev.shuttle.loom.harness;

import java.util.stream.IntStream;

/**
 * Hooks side by side.
 *
 * @param from the first, from 1
 * @param to the last
 */
public record Span(int from, int to) {
    /** Hooks as they are written: {@code 1-8}. */
    public static final String FORM = "[1-9][0-9]{0,4}-[1-9][0-9]{0,4}";

    public Span {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("hooks count from 1 upwards, not " + from + "-" + to);
        }
    }

    /** Reads {@link #FORM}. */
    public static Span read(String written) {
        int dash = written.indexOf('-');
        return new Span(Integer.parseInt(written.substring(0, dash)), Integer.parseInt(written.substring(dash + 1)));
    }

    IntStream hooks() {
        return IntStream.rangeClosed(from, to);
    }
}
