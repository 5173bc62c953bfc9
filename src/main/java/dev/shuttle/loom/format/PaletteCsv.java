package dev.shuttle.loom.format;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import java.util.Locale;

/** A palette as a table: index, sRGB, CIE L*a*b* (D65), cells and share of the surface in per cent. */
public final class PaletteCsv {
    /** The first line. */
    public static final String HEADER = "index,hex,red,green,blue,L,a,b,cells,share_percent";

    private PaletteCsv() {}

    public static String write(Palette palette) {
        StringBuilder out = new StringBuilder(HEADER).append("\r\n");
        for (PaletteColour colour : palette.colours()) {
            Lab lab = colour.lab();
            out.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%d,%d,%d,%.2f,%.2f,%.2f,%d,%.4f\r\n",
                    colour.index(),
                    colour.rgb().hex(),
                    colour.rgb().red(),
                    colour.rgb().green(),
                    colour.rgb().blue(),
                    lab.lightness(),
                    lab.a(),
                    lab.b(),
                    colour.cells(),
                    100 * colour.share()));
        }
        return out.toString();
    }
}
