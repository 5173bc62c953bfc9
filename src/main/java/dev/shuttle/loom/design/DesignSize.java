package dev.shuttle.loom.design;

import dev.shuttle.loom.weave.Binding;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.Structure;
import dev.shuttle.loom.weave.WarpFaced;
import dev.shuttle.loom.weave.WeftBacked;
import dev.shuttle.loom.weave.WeftFaced;

/**
 * How large a design becomes, known from the grid and the weave before anything is computed.
 *
 * @param ends of one repeat of the point paper
 * @param lines of one repeat of the point paper
 * @param allEnds of the cloth, binders among them
 * @param picks of the cloth
 * @param mended whether borders between weaves are mended
 */
public record DesignSize(long ends, long lines, long allEnds, long picks, boolean mended) {
    /** Bits and bytes of yarns lie in arrays, which have no more elements. */
    private static final long MOST_CELLS = Integer.MAX_VALUE - 8L;
    /** The point paper's labels, the faces, and a picture file of them. */
    private static final int BYTES_PER_CELL = 3;
    /** Mains and binders, all ends, a file of them, the file read again and what it holds: a bit each. */
    private static final int BITS_PER_CROSSING = 5;
    /** The lifts before and while they are mended, and what was turned: a bit each. */
    private static final int BITS_TO_MEND = 4;

    /** The size for a picture of so many pixels. */
    public static DesignSize of(Recipe recipe, int width, int height) {
        Grid grid = recipe.grid(width, height);
        Repeat repeat = recipe.repeat();
        WeaveOrder asked = recipe.weave();
        long ends = (asked == null ? 1L : repeat.widths()) * grid.ends();
        long lines = (asked == null ? 1L : repeat.heights()) * grid.lines();
        if (asked == null) {
            return new DesignSize(ends, lines, 0, 0, false);
        }
        return woven(asked.settled(recipe.colours(), false).structure(recipe.colours()), ends, lines);
    }

    private static DesignSize woven(Structure structure, long ends, long lines) {
        boolean mended = !structure.weaves().isNone();
        if (structure instanceof WeftFaced compound) {
            return new DesignSize(
                    ends, lines, withBinders(ends, compound.binding()), lines * compound.picksPerLine(), false);
        }
        if (structure instanceof Lampas lampas) {
            return new DesignSize(
                    ends, lines, withBinders(ends, lampas.binding()), lines * lampas.picksPerLine(), false);
        }
        if (structure instanceof WeftBacked backed) {
            return new DesignSize(ends, lines, ends, lines * backed.wefts(), mended);
        }
        if (structure instanceof WarpFaced jin) {
            return new DesignSize(ends, lines, ends * jin.warps(), withBinders(lines, jin.binding()), false);
        }
        return new DesignSize(ends, lines, ends, lines, mended);
    }

    private static long withBinders(long threads, Binding binding) {
        return threads + threads / binding.mains();
    }

    /** Crossings of ends and picks. */
    public long crossings() {
        return allEnds * picks;
    }

    /** Bytes of memory that the design and its files take at once, about. */
    public long bytes() {
        long cells = ends * lines;
        int crossing = BITS_PER_CROSSING + (mended ? BITS_TO_MEND : 0);
        return (BYTES_PER_CELL + (mended ? 1 : 0)) * cells + crossings() / Byte.SIZE * crossing;
    }

    /** Whether it can be woven with so much memory. A point paper without a weave is not judged here. */
    public boolean fits(long memory) {
        return allEnds == 0 || share(memory) >= 1;
    }

    /** What would fit, in the same proportion: ends by lines. */
    public String fitting(long memory) {
        double side = Math.sqrt(Math.min(1, share(memory)));
        return Math.round(Math.floor(ends * side)) + " × " + Math.round(Math.floor(lines * side));
    }

    private double share(long memory) {
        return Math.min((double) memory / bytes(), (double) MOST_CELLS / crossings());
    }
}
