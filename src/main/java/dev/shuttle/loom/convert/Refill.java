package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.label.ColourCosts;
import dev.shuttle.loom.convert.label.MissedColours;
import dev.shuttle.loom.convert.label.NewAreas;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts other colours in the place of those which no cell shows once the map is clean, as long as the picture has areas
 * for them. What does not raise the number of colours shown is taken back.
 */
final class Refill {
    private static final int ROUNDS = 6;
    private static final int EXCHANGES = 3;
    /** CIEDE2000 from all colours that are shown: what is nearer to one of them is not missed. */
    private static final double UNLIKE = 20;
    /** How many times nearer to each other two colours must be of which one is given up. */
    private static final double ALIKE = 4;

    /** Cleans a label map for the costs of its colours. */
    interface Cleaner {
        CleanCells clean(byte[] labels, List<Rgb> colours, ColourCosts costs);
    }

    private final Picture picture;
    private final Recipe recipe;
    private final Cleaner cleaner;
    private final boolean exchanging;
    private final RowBands bands;
    private final Set<Rgb> failed = new HashSet<>();

    /**
     * @param picture one pixel a cell
     * @param exchanging whether a colour may be given up for one that is missed more
     */
    Refill(Picture picture, Recipe recipe, Cleaner cleaner, boolean exchanging, RowBands bands) {
        this.exchanging = exchanging;
        this.picture = picture;
        this.recipe = recipe;
        this.cleaner = cleaner;
        this.bands = bands;
    }

    /** The cells with as many of the recipe's colours as can be shown; {@code cells} stays as it is. */
    ColouredCells of(ColouredCells cells) {
        ColouredCells best = cells;
        for (int round = 0; round < ROUNDS && shown(best).length < recipe.colours(); round++) {
            List<Rgb> chosen = chosen(best);
            if (chosen.isEmpty()) {
                break;
            }
            best = tried(best, chosen);
        }
        return exchanging ? exchanged(best) : best;
    }

    /**
     * The cells with what they show by a colour quite unlike it, be it ever so rare, in a colour of its own, for which the lighter
     * of two colours much nearer to each other is given up.
     */
    private ColouredCells exchanged(ColouredCells cells) {
        ColouredCells best = cells;
        for (int round = 0; round < EXCHANGES; round++) {
            int[] shown = shown(best);
            List<Rgb> taken = IntStream.of(shown).mapToObj(best.colours()::get).toList();
            MissedColours missed = MissedColours.of(picture, new ColourCosts(best.colours()), best.labels(), bands);
            List<Rgb> chosen = missed.best(1, List.of(), taken, UNLIKE);
            Twins twins = chosen.isEmpty() ? null : Twins.of(best, shown, recipe.pinned());
            if (twins == null || ALIKE * twins.apart() > nearest(chosen.get(0), taken)) {
                break;
            }
            ColouredCells tried = exchanged(best, twins, chosen.get(0));
            if (tried == best) {
                break;
            }
            best = tried;
        }
        return best;
    }

    private ColouredCells exchanged(ColouredCells before, Twins twins, Rgb colour) {
        byte[] painted = before.labels().clone();
        for (int cell = 0; cell < painted.length; cell++) {
            painted[cell] = painted[cell] == twins.lighter() ? (byte) twins.heavier() : painted[cell];
        }
        List<Rgb> colours = new ArrayList<>(before.colours());
        colours.set(twins.lighter(), colour);
        ColourCosts costs = new ColourCosts(colours);
        NewAreas.paint(picture, painted, costs, new int[] {twins.lighter()}, recipe.minRegion(), bands);
        CleanCells clean = cleaner.clean(painted, colours, costs);
        return shown(clean.labels(), colours.size()).length < shown(before).length
                ? before
                : new ColouredCells(clean.labels(), colours, sum(before.cleaning(), clean.cleaning()));
    }

    private static double nearest(Rgb colour, List<Rgb> others) {
        Lab lab = Lab.of(colour);
        return others.stream()
                .mapToDouble(other -> lab.difference(Lab.of(other)))
                .min()
                .orElse(0);
    }

    private Cleaning sum(Cleaning before, Cleaning after) {
        return new Cleaning(
                before.regionsRemoved() + after.regionsRemoved(),
                before.pixelsChanged() + after.pixelsChanged(),
                recipe.minRegion());
    }

    /**
     * The two colours that cells show which are most alike.
     *
     * @param lighter the label of fewer cells
     * @param apart their CIEDE2000
     */
    private record Twins(int heavier, int lighter, double apart) {

        /** None where there are not two that may be given up. */
        static @Nullable Twins of(ColouredCells cells, int[] shown, List<Rgb> pinned) {
            long[] counts = new long[cells.colours().size()];
            for (byte label : cells.labels()) {
                counts[label]++;
            }
            Twins twins = null;
            for (int one : shown) {
                for (int other : shown) {
                    boolean given = other != one
                            && (counts[other] < counts[one] || (counts[other] == counts[one] && other > one))
                            && !pinned.contains(cells.colours().get(other));
                    if (given) {
                        double apart = Lab.of(cells.colours().get(one))
                                .difference(Lab.of(cells.colours().get(other)));
                        twins = twins == null || apart < twins.apart ? new Twins(one, other, apart) : twins;
                    }
                }
            }
            return twins;
        }
    }

    private List<Rgb> chosen(ColouredCells cells) {
        List<Rgb> taken =
                IntStream.of(shown(cells)).mapToObj(cells.colours()::get).toList();
        int wanted = recipe.colours() - taken.size();
        List<Rgb> pinned = recipe.pinned().stream()
                .filter(colour -> !taken.contains(colour) && !failed.contains(colour))
                .toList();
        List<Rgb> avoided = new ArrayList<>(taken);
        avoided.addAll(failed);
        MissedColours missed = MissedColours.of(picture, new ColourCosts(cells.colours()), cells.labels(), bands);
        List<Rgb> chosen = new ArrayList<>();
        if (!pinned.isEmpty()) {
            chosen.addAll(missed.best(wanted, pinned, avoided, 0));
            avoided.addAll(chosen);
        }
        chosen.addAll(missed.best(wanted - chosen.size(), recipe.palette(), avoided, recipe.apart()));
        return chosen;
    }

    /** The cells with the chosen colours, or as they were where that shows no more colours than before. */
    private ColouredCells tried(ColouredCells before, List<Rgb> chosen) {
        int[] fresh = places(before, chosen.size());
        List<Rgb> colours = placed(before.colours(), chosen, fresh);
        ColourCosts costs = new ColourCosts(colours);
        byte[] painted = before.labels().clone();
        NewAreas.paint(picture, painted, costs, fresh, recipe.minRegion(), bands);
        CleanCells clean = cleaner.clean(painted, colours, costs);
        int[] shown = shown(clean.labels(), colours.size());
        for (int label : fresh) {
            if (Arrays.binarySearch(shown, label) < 0) {
                failed.add(colours.get(label));
            }
        }
        if (shown.length <= shown(before).length) {
            failed.addAll(chosen);
            return before;
        }
        return new ColouredCells(clean.labels(), colours, sum(before.cleaning(), clean.cleaning()));
    }

    /** Labels for so many new colours: those not shown, then those behind the last. */
    private int[] places(ColouredCells cells, int count) {
        int[] shown = shown(cells);
        return IntStream.range(0, recipe.colours())
                .filter(label -> Arrays.binarySearch(shown, label) < 0)
                .limit(count)
                .toArray();
    }

    private static List<Rgb> placed(List<Rgb> colours, List<Rgb> chosen, int[] fresh) {
        List<Rgb> all = new ArrayList<>(colours);
        for (int i = 0; i < fresh.length; i++) {
            if (fresh[i] < all.size()) {
                all.set(fresh[i], chosen.get(i));
            } else {
                all.add(chosen.get(i));
            }
        }
        return all;
    }

    private static int[] shown(ColouredCells cells) {
        return shown(cells.labels(), cells.colours().size());
    }

    /** How many colours the cells have once each pinned one is among them. */
    static int withPinned(byte[] cells, List<Rgb> colours, List<Rgb> pinned) {
        Set<Rgb> found = new HashSet<>(pinned);
        for (int label : shown(cells, colours.size())) {
            found.add(colours.get(label));
        }
        return found.size();
    }

    /** The labels below {@code count} that are in use, in ascending order. */
    private static int[] shown(byte[] cells, int count) {
        boolean[] seen = new boolean[count];
        int unseen = count;
        for (int i = 0; i < cells.length && unseen > 0; i++) {
            if (!seen[cells[i]]) {
                seen[cells[i]] = true;
                unseen--;
            }
        }
        return IntStream.range(0, count).filter(label -> seen[label]).toArray();
    }
}
