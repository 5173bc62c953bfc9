package dev.shuttle.loom;

import dev.shuttle.loom.cloth.WeaveOrder;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.weave.Structure;
import org.jspecify.annotations.Nullable;

/** The grid of a recipe, in multiples of the weave's repeat where there is a weave, so that the seam keeps the floats. */
final class WovenGrid {
    /** Levels by which channels of a grey pixel may differ. */
    private static final int GREY = 24;

    private static final double MOSTLY = 0.95;
    private static final int SAMPLES = 10_000;

    private WovenGrid() {}

    /** The weave that is asked for, with nothing left open; null where none is. */
    static @Nullable WeaveOrder order(Picture source, Recipe recipe) {
        WeaveOrder asked = recipe.weave();
        if (asked == null) {
            return null;
        }
        Style style = recipe.style();
        boolean grey = style.saturation() == 0 || style.oneHue() || isGrey(source);
        return asked.settled(recipe.colours(), grey);
    }

    private static boolean isGrey(Picture source) {
        int pixels = source.width() * source.height();
        int step = Math.max(1, pixels / SAMPLES);
        int grey = 0;
        int seen = 0;
        for (int i = 0; i < pixels; i += step) {
            int rgb = source.rgb(i % source.width(), i / source.width());
            int red = rgb >> 16 & 255;
            int green = rgb >> 8 & 255;
            int blue = rgb & 255;
            int most = Math.max(red, Math.max(green, blue));
            grey += most - Math.min(red, Math.min(green, blue)) <= GREY ? 1 : 0;
            seen++;
        }
        return grey >= MOSTLY * seen;
    }

    /** @param wanted the recipe's grid for the picture, whatever the weave */
    static Grid of(Grid wanted, Recipe recipe, @Nullable WeaveOrder order) {
        if (order == null) {
            return wanted;
        }
        Fabric fabric = recipe.fabric();
        boolean drops = recipe.repeat() == Repeat.HALF_DROP;
        Structure structure = order.structure(recipe.colours());
        int ends = multiple(wanted.ends(), structure.endsRepeat(), fabric != null && fabric.ends() != null);
        double proportion = fabric != null && isHeightSaid(fabric) ? 1 : (double) ends / wanted.ends();
        int linesRepeat = drops ? 2 * structure.linesRepeat() : structure.linesRepeat();
        int lines = multiple((int) Math.round(wanted.lines() * proportion), linesRepeat, false);
        return new Grid(ends, lines, wanted.density());
    }

    private static boolean isHeightSaid(Fabric fabric) {
        return fabric.heightCm() != null || fabric.picks() != null;
    }

    /** The nearest multiple, or the next lower one: a loom of so many hooks has no more. */
    private static int multiple(int count, int repeat, boolean atMost) {
        int times = atMost ? count / repeat : (int) Math.round((double) count / repeat);
        return Math.max(1, times) * repeat;
    }
}
