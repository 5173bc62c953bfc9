package dev.shuttle.loom.weave;

/** The crossings that lie in floats longer than a limit, counted round the seam as {@link WeaveAnalysis} does. */
public final class LongFloats {
    private LongFloats() {}

    /**
     * A bit for each crossing, 1 where an end or a pick floats too far.
     *
     * @param cloth all ends, a row each pick
     * @param limit the longest float allowed, in threads
     */
    public static BitGrid of(BitGrid cloth, int limit) {
        BitGrid marks = new BitGrid(cloth.rows(), cloth.columns());
        mark(cloth, limit, marks, false);
        mark(cloth.transposed(), limit, marks, true);
        return marks;
    }

    private static void mark(BitGrid threads, int limit, BitGrid marks, boolean ends) {
        int length = threads.columns();
        for (int thread = 0; thread < threads.rows(); thread++) {
            int first = threads.end(thread, 0, threads.get(thread, 0));
            // From the first change once round; a thread that never changes is one float.
            for (int done = 0; done < length; ) {
                int start = (first + done) % length;
                int run = run(threads, thread, start);
                for (int i = 0; i < run && run > limit; i++) {
                    int at = (start + i) % length;
                    marks.set(ends ? at : thread, ends ? thread : at);
                }
                done += run;
            }
        }
    }

    private static int run(BitGrid threads, int thread, int start) {
        int length = threads.columns();
        boolean bit = threads.get(thread, start);
        int end = threads.end(thread, start, bit);
        if (end < length) {
            return end - start;
        }
        return Math.min(length, end - start + threads.end(thread, 0, bit));
    }
}
