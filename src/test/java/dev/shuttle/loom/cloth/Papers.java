package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import java.util.ArrayList;
import java.util.List;

/** Point papers for tests. */
public final class Papers {
    /** Of a Shu brocade. */
    public static final Density SHU = new Density(58.4, 21);

    private Papers() {}

    /** A map in these colours; each has the same share, the first a little more. */
    public static PointPaper of(LabelMaps map, int ends, int lines, String... colours) {
        List<PaletteColour> palette = new ArrayList<>();
        for (int i = 0; i < colours.length; i++) {
            palette.add(new PaletteColour(i, Rgb.parse(colours[i]), 1, (i == 0 ? 1.01 : 1) / colours.length));
        }
        byte[] labels = map.map(ends, lines, colours.length, 17);
        return new PointPaper(ends, lines, labels, new Palette(palette), SHU);
    }
}
