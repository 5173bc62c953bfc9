package dev.shuttle.loom.format;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import java.util.Locale;

/** GIMP's palette file (.gpl), which most drawing programs read. */
public final class GimpPalette {
    private GimpPalette() {}

    public static String write(Palette palette, String name) {
        StringBuilder out = new StringBuilder("GIMP Palette\nName: ")
                .append(name.replaceAll("\\R", " "))
                .append("\nColumns: 8\n#\n");
        for (PaletteColour colour : palette.colours()) {
            Rgb rgb = colour.rgb();
            out.append(String.format(
                    Locale.ROOT,
                    "%3d %3d %3d\t%d %s\n",
                    rgb.red(),
                    rgb.green(),
                    rgb.blue(),
                    colour.index(),
                    rgb.hex()));
        }
        return out.toString();
    }
}
