package dev.shuttle.loom.yarn;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.yarn.YarnCardException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads GIMP's palette (.gpl): after a head, lines of red, green, blue and a name. */
final class GimpCard {
    /** What the file starts with. */
    static final String SIGNATURE = "GIMP Palette";

    private static final Pattern COLOUR = Pattern.compile("(\\d{1,3})\\s+(\\d{1,3})\\s+(\\d{1,3})(?:\\s+(.*))?");
    private static final Pattern HEAD = Pattern.compile("#.*|(?:Name|Columns|Channels):.*|", Pattern.DOTALL);

    private GimpCard() {}

    static List<Yarn> read(String text) throws YarnCardException {
        List<Yarn> yarns = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!HEAD.matcher(line).matches()) {
                yarns.add(yarn(line, i + 1));
            }
        }
        return yarns;
    }

    private static Yarn yarn(String line, int number) throws YarnCardException {
        Matcher colour = COLOUR.matcher(line);
        try {
            if (colour.matches()) {
                Rgb rgb = new Rgb(part(colour, 1), part(colour, 2), part(colour, 3));
                return new Yarn(colour.group(4) == null ? "" : colour.group(4), rgb);
            }
        } catch (IllegalArgumentException beyond) {
            throw new YarnCardException(Code.BAD_YARN, "line " + number + ": " + beyond.getMessage(), beyond);
        }
        throw new YarnCardException(Code.BAD_YARN, "line " + number + " is not red, green, blue and a name");
    }

    private static int part(Matcher colour, int group) {
        return Integer.parseInt(colour.group(group));
    }
}
