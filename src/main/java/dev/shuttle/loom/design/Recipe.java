package dev.shuttle.loom.design;

import dev.shuttle.loom.colour.Rgb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the engine shall make of a picture.
 *
 * @param colours how many, 2 to 64
 * @param palette a yarn card the colours are chosen from; empty: any colour
 * @param pinned colours that stay exactly as they are, among {@code colours}
 * @param style the tone given to the picture first
 * @param fabric the cloth; null: the grid is the picture's own pixels
 * @param minRegion the smallest region in cells, 4-connected; 1 leaves all
 * @param repeat how the point paper meets itself
 * @param ground what lies under a transparent picture
 * @param apart the least CIEDE2000 between two freely chosen colours
 * @param weave the weave; null: the point paper alone
 * @param gradients how smooth gradients are drawn
 * @param protect colours that must not be lost: pinned too, exempt from {@code minRegion}, and first among those that get a yarn
 */
public record Recipe(
        int colours,
        List<Rgb> palette,
        List<Rgb> pinned,
        Style style,
        @Nullable Fabric fabric,
        int minRegion,
        Repeat repeat,
        Rgb ground,
        double apart,
        @Nullable WeaveOrder weave,
        Gradients gradients,
        List<Rgb> protect) {
    public static final int FEWEST_COLOURS = 2;
    public static final int MOST_COLOURS = 64;
    public static final int USUAL_MIN_REGION = 9;
    /**
     * Half the difference that is just seen between two areas side by side: artwork has neighbours that near, and with
     * fewer colours than the recipe's there is no reason to give one up.
     */
    public static final double USUAL_APART = 0.5;

    /** So many times its area a protected colour counts. */
    private static final double PROTECTED = 20;

    public Recipe {
        palette = List.copyOf(palette);
        protect = List.copyOf(protect);
        pinned = Stream.concat(pinned.stream(), protect.stream()).distinct().toList();
        if (colours < FEWEST_COLOURS || colours > MOST_COLOURS) {
            throw new IllegalArgumentException("colours are 2 to 64, not " + colours);
        }
        if (pinned.size() > colours) {
            throw new IllegalArgumentException(pinned.size() + " pinned and protected colours are more than the "
                    + colours + " of the loom image");
        }
        if (minRegion < 1 || minRegion > 10_000) {
            throw new IllegalArgumentException("min_region is 1 to 10000, not " + minRegion);
        }
        if (fabric != null && !fabric.densities().isEmpty() && !repeat.keepsLines()) {
            throw new IllegalArgumentException(
                    "densities that change along the length go with repeat none, straight or mirror-across: with others one"
                            + " line has cells of different heights of the motif");
        }
        if (!(apart >= 0 && apart <= 50)) {
            throw new IllegalArgumentException("the least difference is 0 to 50, not " + apart);
        }
    }

    /** No style, the picture's own pixels, regions of 9 cells and more: the colours as they are. */
    public static Recipe faithful(int colours) {
        return new Recipe(
                colours,
                List.of(),
                List.of(),
                Style.NONE,
                null,
                USUAL_MIN_REGION,
                Repeat.NONE,
                Rgb.WHITE,
                USUAL_APART,
                null,
                Gradients.AUTO,
                List.of());
    }

    /** The cells for a picture of {@code width} by {@code height} pixels. */
    public Grid grid(int width, int height) {
        Grid wanted = fabric == null ? new Grid(width, height, Density.SQUARE) : fabric.grid(width, height);
        int ends = up(wanted.ends(), repeat.bricks());
        int lines = up(wanted.lines(), repeat.drops());
        return ends == wanted.ends() && lines == wanted.lines() ? wanted : new Grid(ends, lines, wanted.density());
    }

    /** How many times their area colours count where yarns are chosen: what bobbins weave needs no yarn from side to side. */
    public Map<Rgb, Double> weights() {
        Map<Rgb, Double> weights = new HashMap<>();
        protect.forEach(colour -> weights.put(colour, PROTECTED));
        if (weave != null && weave.kind().hasBinders()) {
            weave.brocading().stream().filter(Brocaded::isEverywhere).forEach(one -> weights.put(one.colour(), 0.0));
        }
        return weights;
    }

    private static int up(int threads, int part) {
        return (threads + part - 1) / part * part;
    }

    public Recipe withColours(int value) {
        return new Recipe(
                value, palette, pinned, style, fabric, minRegion, repeat, ground, apart, weave, gradients, protect);
    }

    public Recipe withPalette(List<Rgb> value) {
        return new Recipe(
                colours, value, pinned, style, fabric, minRegion, repeat, ground, apart, weave, gradients, protect);
    }

    public Recipe withPinned(List<Rgb> value) {
        return new Recipe(
                colours, palette, value, style, fabric, minRegion, repeat, ground, apart, weave, gradients, protect);
    }

    public Recipe withStyle(Style value) {
        return new Recipe(
                colours, palette, pinned, value, fabric, minRegion, repeat, ground, apart, weave, gradients, protect);
    }

    public Recipe withFabric(@Nullable Fabric value) {
        return new Recipe(
                colours, palette, pinned, style, value, minRegion, repeat, ground, apart, weave, gradients, protect);
    }

    public Recipe withMinRegion(int value) {
        return new Recipe(
                colours, palette, pinned, style, fabric, value, repeat, ground, apart, weave, gradients, protect);
    }

    public Recipe withRepeat(Repeat value) {
        return new Recipe(
                colours, palette, pinned, style, fabric, minRegion, value, ground, apart, weave, gradients, protect);
    }

    public Recipe withGround(Rgb value) {
        return new Recipe(
                colours, palette, pinned, style, fabric, minRegion, repeat, value, apart, weave, gradients, protect);
    }

    public Recipe withApart(double value) {
        return new Recipe(
                colours, palette, pinned, style, fabric, minRegion, repeat, ground, value, weave, gradients, protect);
    }

    public Recipe withWeave(@Nullable WeaveOrder value) {
        return new Recipe(
                colours, palette, pinned, style, fabric, minRegion, repeat, ground, apart, value, gradients, protect);
    }

    public Recipe withGradients(Gradients value) {
        return new Recipe(
                colours, palette, pinned, style, fabric, minRegion, repeat, ground, apart, weave, value, protect);
    }

    public Recipe withProtect(List<Rgb> value) {
        return new Recipe(
                colours, palette, pinned, style, fabric, minRegion, repeat, ground, apart, weave, gradients, value);
    }
}
