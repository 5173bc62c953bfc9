package dev.shuttle.loom.weave;

/**
 * Mends the floats of a plane in which unlike weaves meet. A cell's place is {@code (end - step · line) mod ends}; at one
 * place a cell may be lifted (an up-guard), at another it may be lowered (a down-guard), and no cell is ever turned the
 * other way. The step has no divisor in common with {@code ends}, so of every {@code ends} successive cells of a pick, and of
 * an end, one is an up-guard and one a down-guard. A float of more than the limit, which is {@code ends - 1} or more, holds
 * therefore a guard of the other sense that has not been turned, and that nearest its middle is turned. Each cell is turned
 * at most once, hence it comes to an end, and when it does no float is longer than the limit: over and under, along picks
 * and ends, across the seam where the plane is a multiple of {@code ends} both ways.
 *
 * @param ends of the guard, 2 or more
 * @param step 1 to {@code ends - 1}
 * @param up the place of up-guards
 * @param down the place of down-guards
 */
record FloatGuard(int ends, int step, int up, int down) {
    /** The guard of so many ends that lies as the binding points of a satin do, with a level of which it has nothing to mend. */
    static FloatGuard of(int ends) {
        boolean isSatin = ends >= Satin.FEWEST_ENDS
                && ends <= Satin.MOST_ENDS
                && !Satin.steps(ends).isEmpty();
        return new FloatGuard(ends, isSatin ? Satin.of(ends).step() : 1, 0, ends - 1);
    }

    /**
     * Mends a plane: a row each pick.
     *
     * @param limit the longest float allowed, {@code ends - 1} or more
     */
    BitGrid mended(BitGrid plane, int limit) {
        if (limit < ends - 1 || plane.columns() % ends != 0 || plane.rows() % ends != 0) {
            throw new IllegalArgumentException(
                    plane + " are not mended to " + limit + " by a guard of " + ends + " ends");
        }
        BitGrid picks = plane.copy();
        new Pass(picks, limit, 1, step).run();
        while (true) {
            BitGrid columns = picks.transposed();
            // along an end the place falls by the step with each line
            if (!new Pass(columns, limit, -step, -1).run()) {
                return picks;
            }
            picks = columns.transposed();
            if (!new Pass(picks, limit, 1, step).run()) {
                return picks;
            }
        }
    }

    /** All rows of picks or of ends: the place of a cell is {@code across · column - along · row}. */
    private final class Pass {
        private final BitGrid rows;
        private final int limit;
        private final int across;
        private final int along;
        private boolean turned;

        Pass(BitGrid rows, int limit, int across, int along) {
            this.rows = rows;
            this.limit = limit;
            this.across = across;
            this.along = along;
        }

        /** Whether anything was turned. A guard at a float's very end makes the next float longer, so it goes round again. */
        boolean run() {
            boolean any = false;
            do {
                turned = false;
                for (int row = 0; row < rows.rows(); row++) {
                    row(row);
                }
                any |= turned;
            } while (turned);
            return any;
        }

        private void row(int row) {
            int columns = rows.columns();
            int first = rows.end(row, 0, rows.get(row, 0)) % columns;
            // From the first change once round; a row that never changes is one float.
            for (int done = 0; done < columns; ) {
                int start = (first + done) % columns;
                boolean bit = rows.get(row, start);
                int end = rows.end(row, start, bit);
                int run = end < columns ? end - start : Math.min(columns - done, end - start + rows.end(row, 0, bit));
                mend(row, start, run, bit);
                done += run;
            }
        }

        private void mend(int row, int start, int length, boolean bit) {
            int columns = rows.columns();
            if (length <= limit) {
                return;
            }
            int at = nearestTheMiddle(row, start, length, bit ? down : up);
            rows.flip(row, (start + at) % columns);
            turned = true;
            if (length == columns) {
                mend(row, (start + at + 1) % columns, columns - 1, bit);
                return;
            }
            mend(row, start, at, bit);
            mend(row, (start + at + 1) % columns, length - at - 1, bit);
        }

        private int nearestTheMiddle(int row, int start, int length, int place) {
            int middle = length / 2;
            for (int away = 0; away < ends; away++) {
                if (middle - away >= 0 && place(row, start + middle - away) == place) {
                    return middle - away;
                }
                if (middle + away < length && place(row, start + middle + away) == place) {
                    return middle + away;
                }
            }
            throw new IllegalStateException("a float of " + length + " without a guard of " + ends);
        }

        private int place(int row, int column) {
            int own = column % rows.columns();
            return Math.floorMod((long) across * own - (long) along * row, ends);
        }
    }
}
