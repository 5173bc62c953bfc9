package dev.shuttle.loom.format;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GIMP's palette file (.gpl), which most drawing programs read; also a way to give a yarn card. */
public final class GimpPalette {
    private static final Pattern COLOUR = Pattern.compile("\\s*(\\d{1,3})\\s+(\\d{1,3})\\s+(\\d{1,3})(\\s.*)?");

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

    /** The colours of a .gpl file, in its order. Lines that are no colour are passed over. */
    public static List<Rgb> read(String text) {
        if (!text.startsWith("GIMP Palette")) {
            throw new IllegalArgumentException("a .gpl file starts with \"GIMP Palette\"");
        }
        List<Rgb> colours = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher match = COLOUR.matcher(line);
            if (match.matches()) {
                colours.add(new Rgb(
                        Integer.parseInt(match.group(1)),
                        Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(3))));
            }
        }
        return colours;
    }
}
