package dev.shuttle.loom.convert;

import dev.shuttle.loom.cloth.PaperColours;
import dev.shuttle.loom.cloth.WovenPalette;
import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.PaletteSearch;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.label.FlatColours;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses a recipe's palette for a picture: yarns of its card, or any colours. */
final class PaletteChoice {
    /** How much areas count for the palette of a redrawn picture, see {@link PaletteSearch}. */
    private static final double RARE_COLOURS = 0.6;
    /** Yarns nearer to each other than this (CIEDE2000) look the same in a redrawn picture, where nobody counts shades. */
    private static final double YARNS_APART = 2;
    /** How often more colours are searched for, where some of those found are too much alike. */
    private static final int WIDER = 3;

    /** Colours of a picture that are told apart before a few stand for them. */
    private static final int MOST_WANTED = 48;

    private Recipe recipe;
    private final @Nullable WeaveOrder order;
    private final boolean free;
    private @Nullable WovenPalette woven;

    /** @param order the weave, nothing left open; null where there is none */
    PaletteChoice(Recipe recipe, @Nullable WeaveOrder order) {
        this.recipe = recipe;
        this.order = order;
        boolean named = order != null && order.isFigured();
        this.free = recipe.palette().isEmpty() && recipe.pinned().isEmpty() && !named;
    }

    /** The recipe, with the palette that the cloth can show once that is known. */
    Recipe recipe() {
        return recipe;
    }

    /** Whether nobody says which colours the palette has, or with what weaves they are woven. */
    boolean isFree() {
        return free;
    }

    /** How the palette is woven; null where the cloth does not decide it. */
    @Nullable
    WovenPalette woven() {
        return woven;
    }

    List<Rgb> of(Picture picture, RowBands bands) {
        return of(FlatColours.of(picture, bands));
    }

    List<Rgb> of(ColourHistogram histogram) {
        if (!recipe.palette().isEmpty()) {
            return PaletteSearch.ofCard(histogram, recipe.colours(), recipe.palette(), recipe.pinned());
        }
        return isOfWefts() ? ofWefts(histogram) : woven(found(histogram, recipe.colours()), histogram);
    }

    private List<Rgb> found(ColourHistogram histogram, int colours) {
        List<Rgb> found = free(histogram, colours);
        int sought = colours;
        for (int round = 0; round < WIDER && recipe.style().redrawn() && found.size() < colours; round++) {
            // the places of those that are too much alike are free for others
            sought += colours - found.size();
            found = free(histogram, sought);
        }
        return found.subList(0, Math.min(colours, found.size()));
    }

    /** Whether threads of several colours make the figure, and what they show depends on where each colour lies. */
    boolean isOfWefts() {
        return free && order != null && !order.kind().isOfTones() && !WovenPalette.isKnown(order);
    }

    /** Of more colours than the point paper can have, those that serve all of them best. */
    private List<Rgb> ofWefts(ColourHistogram histogram) {
        List<Rgb> wanted = found(histogram, Math.max(MOST_WANTED, recipe.colours()));
        return wanted.size() <= recipe.colours()
                ? wanted
                : PaperColours.of(wanted, histogram.shares(wanted), recipe.colours());
    }

    /** The colours that the cloth can show, where they follow from those that are wanted. */
    private List<Rgb> woven(List<Rgb> wanted, ColourHistogram histogram) {
        woven = free ? WovenPalette.of(wanted, histogram.shares(wanted), order) : null;
        if (woven == null) {
            return wanted;
        }
        recipe = recipe.withPalette(woven.colours());
        return PaletteSearch.ofCard(histogram, recipe.colours(), recipe.palette(), recipe.pinned());
    }

    private List<Rgb> free(ColourHistogram histogram, int colours) {
        double power = recipe.style().redrawn() ? RARE_COLOURS : 1;
        return PaletteSearch.free(histogram, colours, recipe.pinned(), apart(recipe), power);
    }

    /** The least CIEDE2000 between two freely chosen colours. */
    static double apart(Recipe recipe) {
        return recipe.style().redrawn() ? Math.max(recipe.apart(), YARNS_APART) : recipe.apart();
    }
}
