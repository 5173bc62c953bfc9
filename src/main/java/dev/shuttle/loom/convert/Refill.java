package dev.shuttle.loom.convert;

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
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Puts other colours in the place of those which no cell shows once the map is clean, as long as the picture has areas
 * for them. What does not raise the number of colours shown is taken back.
 */
final class Refill {
    private static final int ROUNDS = 6;

    private final Picture picture;
    private final Recipe recipe;
    private final RowBands bands;
    private final Function<ColourCosts, Cleaning> cleaner;
    private final byte[] cells;
    private List<Rgb> colours;
    private Cleaning cleaning;
    private final Set<Rgb> failed = new HashSet<>();

    /**
     * @param picture one pixel a cell
     * @param cells their labels, clean already; changed in place
     * @param cleaner cleans {@code cells} again
     */
    Refill(
            Picture picture,
            Recipe recipe,
            byte[] cells,
            List<Rgb> colours,
            Cleaning cleaning,
            Function<ColourCosts, Cleaning> cleaner,
            RowBands bands) {
        this.picture = picture;
        this.recipe = recipe;
        this.cells = cells;
        this.colours = colours;
        this.cleaning = cleaning;
        this.cleaner = cleaner;
        this.bands = bands;
    }

    List<Rgb> colours() {
        return colours;
    }

    /** All cleaning so far. */
    Cleaning cleaning() {
        return cleaning;
    }

    void run() {
        for (int round = 0; round < ROUNDS && shown(cells, colours.size()).length < recipe.colours(); round++) {
            List<Rgb> chosen = chosen();
            if (chosen.isEmpty()) {
                break;
            }
            tryOut(chosen);
        }
    }

    private List<Rgb> chosen() {
        List<Rgb> taken = IntStream.of(shown(cells, colours.size()))
                .mapToObj(colours::get)
                .toList();
        int wanted = recipe.colours() - taken.size();
        List<Rgb> pinned = recipe.pinned().stream()
                .filter(colour -> !taken.contains(colour) && !failed.contains(colour))
                .toList();
        List<Rgb> avoided = new ArrayList<>(taken);
        avoided.addAll(failed);
        MissedColours missed = MissedColours.of(picture, new ColourCosts(colours), cells, bands);
        List<Rgb> chosen = new ArrayList<>();
        if (!pinned.isEmpty()) {
            chosen.addAll(missed.best(wanted, pinned, avoided, 0));
            avoided.addAll(chosen);
        }
        chosen.addAll(missed.best(wanted - chosen.size(), recipe.palette(), avoided, recipe.apart()));
        return chosen;
    }

    private void tryOut(List<Rgb> chosen) {
        byte[] cellsBefore = cells.clone();
        List<Rgb> coloursBefore = colours;
        int[] fresh = place(chosen);
        ColourCosts costs = new ColourCosts(colours);
        NewAreas.paint(picture, cells, costs, fresh, recipe.minRegion(), bands);
        Cleaning again = cleaner.apply(costs);
        int[] shown = shown(cells, colours.size());
        for (int label : fresh) {
            if (Arrays.binarySearch(shown, label) < 0) {
                failed.add(colours.get(label));
            }
        }
        if (shown.length > shown(cellsBefore, coloursBefore.size()).length) {
            cleaning = new Cleaning(
                    cleaning.regionsRemoved() + again.regionsRemoved(),
                    cleaning.pixelsChanged() + again.pixelsChanged(),
                    recipe.minRegion());
        } else {
            failed.addAll(chosen);
            System.arraycopy(cellsBefore, 0, cells, 0, cells.length);
            colours = coloursBefore;
        }
    }

    /** Writes the new colours over those not shown, then behind the last; returns their labels. */
    private int[] place(List<Rgb> chosen) {
        int[] shown = shown(cells, colours.size());
        int[] fresh = IntStream.range(0, recipe.colours())
                .filter(label -> Arrays.binarySearch(shown, label) < 0)
                .limit(chosen.size())
                .toArray();
        List<Rgb> all = new ArrayList<>(colours);
        for (int i = 0; i < fresh.length; i++) {
            if (fresh[i] < all.size()) {
                all.set(fresh[i], chosen.get(i));
            } else {
                all.add(chosen.get(i));
            }
        }
        colours = all;
        return fresh;
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
