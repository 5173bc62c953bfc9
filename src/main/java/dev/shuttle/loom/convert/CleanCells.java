package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.CellCosts;
import dev.shuttle.loom.convert.clean.KeptLabels;
import dev.shuttle.loom.convert.clean.RegionCleaning;
import dev.shuttle.loom.convert.clean.SeamCleaning;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.work.RowBands;
import java.util.BitSet;
import java.util.List;

/** A label map without regions below the recipe's minimum, on the cloth: across the seam too. */
final class CleanCells {
    /** What a border between two cells costs, where a pixel's squared colour difference costs itself. */
    private static final float BORDER = 3;

    private final byte[] labels;
    private final Cleaning cleaning;

    CleanCells(byte[] labels, Cleaning cleaning) {
        this.labels = labels;
        this.cleaning = cleaning;
    }

    /** One a cell; not a copy. */
    byte[] labels() {
        return labels;
    }

    Cleaning cleaning() {
        return cleaning;
    }

    /** A cleaned copy of {@code labels} of these colours; what is protected among them stays, be it ever so small. */
    static CleanCells of(byte[] labels, List<Rgb> colours, CellCosts costs, Grid grid, Recipe recipe, RowBands bands) {
        byte[] cells = labels.clone();
        KeptLabels kept = kept(colours, recipe);
        boolean seams = recipe.repeat() != Repeat.NONE;
        RegionCleaning inside = new RegionCleaning(grid.ends(), grid.lines(), cells, costs, BORDER, seams, kept);
        long removed = inside.run(recipe.minRegion(), bands);
        long changed = inside.cellsChanged();
        if (seams && recipe.minRegion() > 1) {
            SeamCleaning across = new SeamCleaning(
                    recipe.repeat().tiling(grid.ends(), grid.lines()), cells, costs, recipe.minRegion(), kept);
            removed += across.run();
            changed += across.cellsChanged();
        }
        return new CleanCells(cells, new Cleaning(removed, changed, recipe.minRegion()));
    }

    private static KeptLabels kept(List<Rgb> colours, Recipe recipe) {
        if (recipe.protect().isEmpty()) {
            return KeptLabels.NONE;
        }
        BitSet kept = new BitSet();
        for (int label = 0; label < colours.size(); label++) {
            kept.set(label, recipe.protect().contains(colours.get(label)));
        }
        return KeptLabels.of(kept);
    }
}
