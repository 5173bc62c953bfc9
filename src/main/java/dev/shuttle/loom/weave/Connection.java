package dev.shuttle.loom.weave;

import java.util.BitSet;

/**
 * Whether a cloth hangs together: from every thread one can get to every other by going from a thread to one that it lies
 * over, again and again (C. R. J. Clapham, "When a fabric hangs together", Bulletin of the London Mathematical Society 12,
 * 1980). Otherwise some threads lie loose on the others.
 */
final class Connection {
    private final BitGrid picks;
    private final BitGrid ends;

    /**
     * @param picks a row each pick, 1 where the end lies over it
     * @param ends the same, transposed
     */
    Connection(BitGrid picks, BitGrid ends) {
        this.picks = picks;
        this.ends = ends;
    }

    boolean isWhole() {
        return reachesAll(true) && reachesAll(false);
    }

    /** Whether the first end gets to all threads, going from the upper to the lower thread or the other way. */
    private boolean reachesAll(boolean downwards) {
        Reach reachedEnds = new Reach(ends.rows());
        Reach reachedPicks = new Reach(picks.rows());
        reachedEnds.first();
        boolean grew = true;
        while (grew) {
            grew = reachedPicks.expand(ends, reachedEnds, downwards);
            grew |= reachedEnds.expand(picks, reachedPicks, !downwards);
        }
        return reachedEnds.isFull() && reachedPicks.isFull();
    }

    /** The threads of one system that were reached, and which of them still have to be looked from. */
    private static final class Reach {
        private final int size;
        private final BitSet reached = new BitSet();
        private BitSet fresh = new BitSet();

        Reach(int size) {
            this.size = size;
        }

        void first() {
            reached.set(0);
            fresh.set(0);
        }

        boolean isFull() {
            return reached.cardinality() == size;
        }

        /** Adds what the other system's fresh threads reach; tells whether there was any. */
        boolean expand(BitGrid from, Reach others, boolean bit) {
            BitSet todo = others.fresh;
            others.fresh = new BitSet();
            boolean grew = false;
            for (int row = todo.nextSetBit(0); row >= 0 && !isFullNow(); row = todo.nextSetBit(row + 1)) {
                grew |= add(from, row, bit);
            }
            return grew;
        }

        private boolean isFullNow() {
            return reached.nextClearBit(0) == size;
        }

        private boolean add(BitGrid from, int row, boolean bit) {
            boolean grew = false;
            for (int at = reached.nextClearBit(0); at < size; at = reached.nextClearBit(at + 1)) {
                if (from.get(row, at) == bit) {
                    reached.set(at);
                    fresh.set(at);
                    grew = true;
                }
            }
            return grew;
        }
    }
}
