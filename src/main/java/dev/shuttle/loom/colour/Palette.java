package dev.shuttle.loom.colour;

import java.util.List;
import java.util.Set;

/**
 * The colours of a point paper by label: index 0 is the ground, the most used; the others follow by falling use.
 *
 * @param protect colours among them that the cloth must show before all others
 */
public record Palette(List<PaletteColour> colours, Set<Rgb> protect) {
    /** The most colours a label of one byte can tell apart in all formats. */
    public static final int MOST = 256;
    /** How many times its own weight a protected colour has where yarns are chosen. */
    private static final double PROTECTED = 20;

    public Palette {
        colours = List.copyOf(colours);
        protect = Set.copyOf(protect);
        if (colours.isEmpty() || colours.size() > MOST) {
            throw new IllegalArgumentException("a palette has 1 to " + MOST + " colours, not " + colours.size());
        }
    }

    /** Without a protected colour. */
    public Palette(List<PaletteColour> colours) {
        this(colours, Set.of());
    }

    /** How much a colour counts where yarns are chosen, beside its area. */
    public double weight(int index) {
        return protect.contains(rgb(index)) ? PROTECTED : 1;
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
