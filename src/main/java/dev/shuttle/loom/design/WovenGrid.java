package dev.shuttle.loom.design;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.weave.HookFit;
import dev.shuttle.loom.weave.Selvedge;
import dev.shuttle.loom.weave.Structure;
import org.jspecify.annotations.Nullable;

/** The grid of a recipe, in multiples of the weave's repeat where there is a weave, so that the seam keeps the floats. */
public final class WovenGrid {
    /** Levels by which channels of a grey pixel may differ. */
    private static final int GREY = 24;

    private static final double MOSTLY = 0.95;
    private static final int SAMPLES = 10_000;
    /** How far a size may give so that no weave is cut at the seam. */
    private static final double LEEWAY = 0.05;

    private WovenGrid() {}

    /** The recipe's weave, with nothing left open; null where it has none. */
    public static @Nullable WeaveOrder order(Picture source, Recipe recipe) {
        WeaveOrder order = recipe.weave();
        if (order == null) {
            return null;
        }
        Style style = recipe.style();
        boolean grey = style.isOfOneHue() || isGrey(source);
        return order.settled(recipe.colours(), grey);
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

    /**
     * The grid in multiples of the weave's repeat.
     *
     * @param wanted the recipe's grid for the picture, whatever the weave
     */
    public static Grid of(Grid wanted, Recipe recipe, @Nullable WeaveOrder order) {
        Fabric fabric = recipe.fabric();
        Integer hooks = fabric == null ? null : fabric.hooks();
        if (order == null && hooks == null) {
            return wanted;
        }
        Structure structure = order == null ? null : order.structure(recipe.colours());
        boolean exact = fabric != null && fabric.ends() != null;
        int bricks = recipe.repeat().bricks();
        int endsRepeat = structure == null
                ? bricks
                : repeat(wanted.ends(), bricks * structure.endsRepeat(), bricks * structure.endsWished(), exact);
        int ends = multiple(wanted.ends(), endsRepeat, exact);
        if (hooks != null) {
            int edges = order == null || order.selvedge() == null
                    ? 0
                    : 2 * order.selvedge().ends();
            ends = onMachine(Math.max(1, hooks - edges), ends, recipe.repeat(), structure, endsRepeat, exact);
        }
        double proportion = fabric != null && isHeightSaid(fabric) ? 1 : (double) ends / wanted.ends();
        int wantedLines = (int) Math.round(wanted.lines() * proportion);
        Selvedge selvedge = order == null ? null : order.selvedge();
        int linesRepeat = linesRepeat(structure == null ? 1 : structure.linesRepeat(), recipe.repeat(), selvedge);
        int linesWished = linesRepeat(structure == null ? 1 : structure.linesWished(), recipe.repeat(), selvedge);
        int lines = multiple(wantedLines, repeat(wantedLines, linesRepeat, linesWished, false), false);
        return new Grid(ends, lines, wanted.density());
    }

    /** How many lines a recipe's woven repeat is a multiple of; 1 where nothing is woven and no repeat asks for more. */
    public static int linesRepeat(Recipe recipe, @Nullable Structure structure, @Nullable WeaveOrder order) {
        return linesRepeat(
                structure == null ? 1 : structure.linesRepeat(),
                recipe.repeat(),
                order == null ? null : order.selvedge());
    }

    /** How many ends a recipe's woven repeat is a multiple of: each row of bricks is moved by a part, which is one too. */
    public static int endsRepeat(Recipe recipe, @Nullable Structure structure) {
        return recipe.repeat().bricks() * (structure == null ? 1 : structure.endsRepeat());
    }

    /** A drop moves each width by a part of the height, which must be a multiple too; selvedges have a repeat too. */
    private static int linesRepeat(int weave, Repeat repeat, @Nullable Selvedge selvedge) {
        int woven = weave * repeat.drops();
        int lines = woven;
        while (selvedge != null && lines % selvedge.linesRepeat() != 0) {
            lines += woven;
        }
        return lines;
    }

    private static int onMachine(
            int hooks, int ends, Repeat repeat, @Nullable Structure structure, int weaveRepeat, boolean exact) {
        int each = hooksPerEnd(structure, repeat);
        return HookFit.width(hooks, each * ends, each * weaveRepeat, exact) / each;
    }

    /** Hooks that a grid takes, selvedges not counted. */
    static int hooks(Grid grid, Recipe recipe, @Nullable WeaveOrder order) {
        Structure structure = order == null ? null : order.structure(recipe.colours());
        return grid.ends() * hooksPerEnd(structure, recipe.repeat());
    }

    /** Hooks for an end of the point paper, of all widths that a repeat of it takes. */
    public static int hooksPerEnd(@Nullable Structure structure, Repeat repeat) {
        return repeat.widths() * (structure == null ? 1 : structure.hooksPerEnd());
    }

    /** The wished repeat where it changes a count of threads little, else the one that is needed. */
    private static int repeat(int count, int needed, int wished, boolean atMost) {
        int changed = Math.abs(multiple(count, wished, atMost) - count);
        return changed <= LEEWAY * count ? wished : needed;
    }

    private static boolean isHeightSaid(Fabric fabric) {
        return fabric.heightCm() != null
                || fabric.picks() != null
                || (!fabric.densities().isEmpty() && Along.isOwn(fabric.densities()));
    }

    /** The nearest multiple, or the next lower one: a loom of so many hooks has no more. */
    private static int multiple(int count, int repeat, boolean atMost) {
        int times = atMost ? count / repeat : (int) Math.round((double) count / repeat);
        return Math.max(1, times) * repeat;
    }
}
