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
        CsvText table = new CsvText(HEADER);
        for (PaletteColour colour : palette.colours()) {
            Lab lab = colour.lab();
            Woven with = colour.index() < woven.size() ? woven.get(colour.index()) : Woven.UNKNOWN;
            table.row(List.of(
                    String.valueOf(colour.index()),
                    colour.rgb().hex(),
                    String.valueOf(colour.rgb().red()),
                    String.valueOf(colour.rgb().green()),
                    String.valueOf(colour.rgb().blue()),
                    decimal(lab.lightness(), 2),
                    decimal(lab.a(), 2),
                    decimal(lab.b(), 2),
                    String.valueOf(colour.cells()),
                    decimal(100 * colour.share(), 4),
                    with.yarn(),
                    with.weave(),
                    with.tex()));
        }
        return table.text();
    }

    private static String decimal(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
