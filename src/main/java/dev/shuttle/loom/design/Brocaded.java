package dev.shuttle.loom.design;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.BitGrid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A colour that small bobbins weave 挖花, everywhere or where its area and its mask have it; elsewhere a weft does.
 *
 * @param area of the point paper; null: all of it
 * @param mask laid over the whole point paper; null: none
 */
public record Brocaded(
        Rgb colour, @Nullable Area area, @Nullable Mask mask) {
    /** Everywhere. */
    public Brocaded(Rgb colour) {
        this(colour, null, null);
    }

    /**
     * Ends and lines of the point paper, from 1, from the left and the top.
     *
     * @param fromEnd the first end
     * @param toEnd the last
     * @param fromLine the first line
     * @param toLine the last
     */
    public record Area(int fromEnd, int toEnd, int fromLine, int toLine) {
        public Area {
            if (fromEnd < 1 || toEnd < fromEnd || fromLine < 1 || toLine < fromLine) {
                throw new IllegalArgumentException("ends and lines count from 1 upwards");
            }
        }
    }

    /**
     * A picture in black, where bobbins weave, and white.
     *
     * @param name of its file
     * @param cells rows from the top, set where it is black; null until it is read
     */
    public record Mask(String name, @Nullable BitGrid cells) {
        private boolean has(int end, int line, int ends, int lines) {
            BitGrid drawn = Objects.requireNonNull(cells, "a mask is read before anything is woven");
            int row = (int) ((2L * line + 1) * drawn.rows() / (2L * lines));
            int column = (int) ((2L * end + 1) * drawn.columns() / (2L * ends));
            return drawn.get(row, column);
        }
    }

    /** Whether a weft never has it. */
    public boolean isEverywhere() {
        return area == null && mask == null;
    }

    /** Whether bobbins weave it at a cell, from 0, of a point paper of this size. */
    public boolean has(int end, int line, int ends, int lines) {
        boolean within = area == null
                || (end + 1 >= area.fromEnd()
                        && end < area.toEnd()
                        && line + 1 >= area.fromLine()
                        && line < area.toLine());
        return within && (mask == null || mask.has(end, line, ends, lines));
    }

    /** The same with its mask read. */
    public Brocaded drawn(BitGrid cells) {
        return new Brocaded(colour, area, new Mask(Objects.requireNonNull(mask).name(), cells));
    }
}
