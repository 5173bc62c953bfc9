package dev.shuttle.loom.colour;

import java.util.List;
import java.util.Map;

/**
 * The colours of a point paper by label: index 0 is the ground, the most used; the others follow by falling use.
 *
 * @param weights how many times their area colours count where yarns are chosen; others count once
 */
public record Palette(List<PaletteColour> colours, Map<Rgb, Double> weights) {
    /** The most colours a label of one byte can tell apart in all formats. */
    public static final int MOST = 256;

    public Palette {
        colours = List.copyOf(colours);
        weights = Map.copyOf(weights);
        if (colours.isEmpty() || colours.size() > MOST) {
            throw new IllegalArgumentException("a palette has 1 to " + MOST + " colours, not " + colours.size());
        }
    }

    /** Of colours that all count once. */
    public Palette(List<PaletteColour> colours) {
        this(colours, Map.of());
    }

    /** How much a colour counts where yarns are chosen, beside its area. */
    public double weight(int index) {
        return weights.getOrDefault(rgb(index), 1.0);
    }

    public int size() {
        return colours.size();
    }

    public Rgb rgb(int index) {
        return colours.get(index).rgb();
    }

    /** 0xRRGGBB by index. */
    public int[] packed() {
        return colours.stream().mapToInt(colour -> colour.rgb().packed()).toArray();
    }
}
