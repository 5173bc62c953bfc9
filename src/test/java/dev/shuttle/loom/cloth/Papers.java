package dev.shuttle.loom.cloth;

import dev.shuttle.loom.Density;
import dev.shuttle.loom.PointPaper;
import dev.shuttle.loom.clean.LabelMaps;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import java.util.ArrayList;
import java.util.List;

/** Point papers for tests. */
final class Papers {
    /** Of a Shu brocade. */
    static final Density SHU = new Density(58.4, 21);

    private Papers() {}

    /** A map in these colours; each has the same share, the first a little more. */
    static PointPaper of(LabelMaps map, int ends, int lines, String... colours) {
        List<PaletteColour> palette = new ArrayList<>();
        for (int i = 0; i < colours.length; i++) {
            palette.add(new PaletteColour(i, Rgb.parse(colours[i]), 1, (i == 0 ? 1.01 : 1) / colours.length));
        }
        byte[] labels = map.map(ends, lines, colours.length, 17);
        return new PointPaper(ends, lines, labels, new Palette(palette), SHU);
    }
}
