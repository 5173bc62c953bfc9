package dev.shuttle.loom.format;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import java.util.List;
import java.util.Locale;

/** A palette as a table: index, sRGB, CIE L*a*b* (D65), cells and share of the surface in per cent, yarn, weave, tex. */
public final class PaletteCsv {
    /** The first line. */
    public static final String HEADER = "index,hex,red,green,blue,L,a,b,cells,share_percent,yarn,weave,tex";

    private PaletteCsv() {}

    /**
     * What a colour is woven with.
     *
     * @param yarn its name, may be empty
     * @param weave may be empty
     * @param tex may be empty
     */
    public record Woven(String yarn, String weave, String tex) {
        /** Nothing is known. */
        public static final Woven UNKNOWN = new Woven("", "", "");
    }

    /** The whole file; of colours beyond the list nothing is known. */
    public static String write(Palette palette, List<Woven> woven) {
        StringBuilder out = new StringBuilder(HEADER).append("\r\n");
        for (PaletteColour colour : palette.colours()) {
            Lab lab = colour.lab();
            out.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%d,%d,%d,%.2f,%.2f,%.2f,%d,%.4f",
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
            Woven with = colour.index() < woven.size() ? woven.get(colour.index()) : Woven.UNKNOWN;
            out.append(',').append(quoted(with.yarn()));
            out.append(',').append(quoted(with.weave()));
            out.append(',').append(with.tex()).append("\r\n");
        }
        return out.toString();
    }

    /** As RFC 4180 has it. */
    private static String quoted(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
