package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.work.RowBands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** Brings labels into the palette's order: by use, the ground first; what is not used gets no place. */
final class PaletteOrder {
    private static final int ROWS = 64;

    private PaletteOrder() {}

    /**
     * Renumbers {@code labels} in place and makes the point paper of them.
     *
     * @param weights how much colours count where yarns are chosen
     */
    static PointPaper pointPaper(
            Grid grid, byte[] labels, List<Rgb> colours, Map<Rgb, Double> weights, RowBands bands) {
        AtomicLongArray uses = new AtomicLongArray(256);
        bands.run(grid.lines(), ROWS, (from, to) -> count(labels, from * grid.ends(), to * grid.ends(), uses));
        long[] use = new long[256];
        Arrays.setAll(use, uses::get);
        Integer[] order = new Integer[colours.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(use[b], use[a]));
        byte[] renumbered = new byte[256];
        List<PaletteColour> palette = new ArrayList<>();
        for (int label : order) {
            if (use[label] > 0) {
                renumbered[label] = (byte) palette.size();
                palette.add(new PaletteColour(
                        palette.size(), colours.get(label), use[label], use[label] / (double) labels.length));
            }
        }
        bands.run(grid.lines(), ROWS, (from, to) -> {
            for (int i = from * grid.ends(); i < to * grid.ends(); i++) {
                labels[i] = renumbered[labels[i] & 255];
            }
        });
        Palette ordered = new Palette(palette, weights);
        return new PointPaper(grid.ends(), grid.lines(), labels, ordered, grid.density());
    }

    private static void count(byte[] labels, int from, int to, AtomicLongArray uses) {
        int[] use = new int[256];
        for (int i = from; i < to; i++) {
            use[labels[i] & 255]++;
        }
        for (int label = 0; label < use.length; label++) {
            uses.addAndGet(label, use[label]);
        }
    }
}
