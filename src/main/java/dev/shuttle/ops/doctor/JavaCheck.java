package dev.shuttle.ops.doctor;

import java.util.List;

/**
 * The Java that runs, and its heap.
 *
 * @param heap bytes at most
 */
record JavaCheck(String version, long heap, long maxPixels) implements Check {
    /** What a picture takes in the loom engine, measured, and what the program takes without one. */
    private static final int BYTES_A_PIXEL = 6;

    private static final long PROGRAM = 64L << 20;

    static JavaCheck ofProcess(long maxPixels) {
        return new JavaCheck(
                System.getProperty("java.version"), Runtime.getRuntime().maxMemory(), maxPixels);
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public List<Finding> look() {
        Words words = new Words(name());
        long needed = maxPixels * BYTES_A_PIXEL + PROGRAM;
        long fits = Math.max(0, heap - PROGRAM) / BYTES_A_PIXEL / 1_000_000;
        return List.of(
                heap >= needed
                        ? words.ok("java", version, megabytes(heap))
                        : words.warn("java.heap", version, megabytes(heap), megabytes(needed), fits));
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
