package dev.shuttle.emulator.http;

/** What answers requests; called from many threads at once. */
@FunctionalInterface
public interface Handler {
    /** The answer to this request. */
    Answer answer(Request request);
}
