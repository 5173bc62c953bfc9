package dev.shuttle.loom.draft;

import dev.shuttle.loom.weave.BitGrid;

/** A lift plan's ends on as few shafts as can be: ends that rise and fall together share one. */
final class ShaftReduction {
    private final BitGrid ends;
    private final int[] shaftOfEnd;
    private final int shafts;

    ShaftReduction(BitGrid cloth) {
        this.ends = cloth.transposed();
        this.shaftOfEnd = ends.kinds();
        int most = 0;
        for (int shaft : shaftOfEnd) {
            most = Math.max(most, shaft + 1);
        }
        this.shafts = most;
    }

    int shafts() {
        return shafts;
    }

    /** A row each end: its shaft, numbered as they are first met. */
    BitGrid threading() {
        BitGrid threading = new BitGrid(ends.rows(), shafts);
        for (int end = 0; end < ends.rows(); end++) {
            threading.set(end, shaftOfEnd[end]);
        }
        return threading;
    }

    /** A row each pick: the shafts that are up. */
    BitGrid lifts() {
        int[] firstEnd = new int[shafts];
        for (int end = ends.rows() - 1; end >= 0; end--) {
            firstEnd[shaftOfEnd[end]] = end;
        }
        return ends.rows(firstEnd).transposed();
    }
}
