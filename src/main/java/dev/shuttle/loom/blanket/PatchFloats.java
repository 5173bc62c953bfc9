package dev.shuttle.loom.blanket;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.FloatBounds;

/** The longest floats within a part of a cloth, each weft along its own picks. */
final class PatchFloats {
    private final Cloth cloth;
    private final BitGrid picks;
    private final BitGrid ends;

    PatchFloats(Cloth cloth) {
        this.cloth = cloth;
        this.picks = cloth.allEnds();
        this.ends = picks.transposed();
    }

    FloatBounds in(Area area) {
        int left = column(area.end());
        int right = column(area.toEnd());
        int top = cloth.firstRow(area.line());
        int bottom = cloth.firstRow(area.toLine());
        return new FloatBounds(
                /* warpFace= */ longest(ends, left, right, top, bottom, true),
                /* warpBack= */ longest(ends, left, right, top, bottom, false),
                /* weftFace= */ longest(picks, top, bottom, left, right, false),
                /* weftBack= */ longest(picks, top, bottom, left, right, true));
    }

    /** All ends before a main end, binders among them. */
    private int column(int end) {
        int group = cloth.plan().mainsPerBinder();
        int main = end * cloth.structure().hooksPerEnd();
        return group == 0 ? main : main / group * (group + 1) + main % group;
    }

    private static int longest(BitGrid grid, int fromRow, int toRow, int from, int to, boolean bit) {
        int longest = 0;
        for (int row = fromRow; row < toRow; row++) {
            for (int at = from; at < to; ) {
                boolean here = grid.get(row, at);
                int end = Math.min(to, grid.end(row, at, here));
                longest = here == bit ? Math.max(longest, end - at) : longest;
                at = end;
            }
        }
        return longest;
    }
}
