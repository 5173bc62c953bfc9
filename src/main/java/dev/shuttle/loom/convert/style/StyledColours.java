package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;
import java.util.List;

/**
 * What a style makes of the colours of a drawing. Its areas are flat and their edges known, so nothing is to be smoothed or
 * sharpened, and no edge can glow.
 */
public final class StyledColours {
    /** Of so many pixels each colour gets its share, one at least. */
    private static final int PIXELS = 4096;

    private StyledColours() {}

    /**
     * The colours as they are to be, in the same order.
     *
     * @param counts how many pixels each has, which says what is dark and what is light in this picture
     */
    public static List<Rgb> of(List<Rgb> colours, long[] counts, Style style) {
        if (style.isToneless()) {
            return colours;
        }
        int[] starts = starts(counts);
        int width = starts[counts.length];
        Picture swatches = Picture.blank(width, 1);
        for (int colour = 0; colour < counts.length; colour++) {
            for (int x = starts[colour]; x < starts[colour + 1]; x++) {
                swatches.set(x, 0, colours.get(colour).packed());
            }
        }
        Picture toned = toned(swatches, style);
        return Arrays.stream(starts, 0, counts.length)
                .mapToObj(x -> Rgb.of(toned.rgb(x, 0)))
                .toList();
    }

    private static int[] starts(long[] counts) {
        double all = Math.max(1, Arrays.stream(counts).sum());
        int[] starts = new int[counts.length + 1];
        for (int colour = 0; colour < counts.length; colour++) {
            starts[colour + 1] = starts[colour] + 1 + (int) (PIXELS * counts[colour] / all);
        }
        return starts;
    }

    private static Picture toned(Picture swatches, Style style) {
        Planes planes = Planes.of(swatches, new RowBands(1));
        double lightness = 0;
        for (float l : planes.lightness) {
            lightness += l / planes.width;
        }
        OneHue hue = style.oneHue() ? OneHue.of(planes) : null;
        Picture toned = Picture.blank(planes.width, 1);
        Tone tone = new Tone(style, lightness, hue);
        tone.write(planes.lightness, planes.a, planes.b, planes.lightness, toned.bgr(), 0);
        return toned;
    }
}
