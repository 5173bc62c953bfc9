package dev.shuttle.loom.weave;

/** The runs of equal bits in rows whose end meets their beginning. */
final class CyclicRuns {
    private CyclicRuns() {}

    /**
     * Adds the runs of one row; a row of equal bits alone is one run of its whole length.
     *
     * @return how often the bit changes, the seam counted
     */
    static int tally(BitGrid grid, int row, FloatLengths ones, FloatLengths zeros) {
        int columns = grid.columns();
        boolean first = grid.get(row, 0);
        int head = grid.end(row, 0, first);
        if (head == columns) {
            (first ? ones : zeros).add(columns);
            return 0;
        }
        int changes = 1;
        boolean bit = !first;
        int at = head;
        while (true) {
            int end = grid.end(row, at, bit);
            if (end == columns) {
                break;
            }
            (bit ? ones : zeros).add(end - at);
            changes++;
            at = end;
            bit = !bit;
        }
        if (bit == first) {
            (bit ? ones : zeros).add(columns - at + head);
            return changes;
        }
        (bit ? ones : zeros).add(columns - at);
        (first ? ones : zeros).add(head);
        return changes + 1;
    }
}
