package dev.shuttle.loom;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Brings labels into the palette's order: by use, the ground first; what is not used gets no place. */
final class PaletteOrder {
    private PaletteOrder() {}

    /** Renumbers {@code labels} in place and makes the point paper of them. */
    static PointPaper pointPaper(int ends, int lines, byte[] labels, List<Rgb> colours, Density density) {
        long[] use = new long[256];
        for (byte label : labels) {
            use[label & 255]++;
        }
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
        for (int i = 0; i < labels.length; i++) {
            labels[i] = renumbered[labels[i] & 255];
        }
        return new PointPaper(ends, lines, labels, new Palette(palette), density);
    }
}
