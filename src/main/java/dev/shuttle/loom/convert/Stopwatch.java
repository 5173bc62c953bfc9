package dev.shuttle.loom.convert;

/** Milliseconds from one lap to the next. */
final class Stopwatch {
    private long last = System.nanoTime();

    double lap() {
        long now = System.nanoTime();
        double milliseconds = (now - last) / 1e6;
        last = now;
        return milliseconds;
    }
}
