package dev.shuttle.loom.colour;

import java.util.List;

/** The colours of a point paper by label: index 0 is the ground, the most used; the others follow by falling use. */
public record Palette(List<PaletteColour> colours) {
    /** The most colours a label of one byte can tell apart in all formats. */
    public static final int MOST = 256;

    public Palette {
        colours = List.copyOf(colours);
        if (colours.isEmpty() || colours.size() > MOST) {
            throw new IllegalArgumentException("a palette has 1 to " + MOST + " colours, not " + colours.size());
        }
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
