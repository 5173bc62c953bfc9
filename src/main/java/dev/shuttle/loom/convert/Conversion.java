package dev.shuttle.loom.convert;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.WovenDesign;
import dev.shuttle.loom.cloth.WovenPalette;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.grid.LineKind;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.design.WovenGrid;
import dev.shuttle.loom.design.YarnCounts;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One picture through the stages that docs/engine.md describes. A stage's result is not changed by those after it; the
 * last of them, the palette's order, takes the array it is given.
 */
final class Conversion {
    private final Picture source;
    private final Recipe recipe;
    private final RowBands bands;
    private final @Nullable WeaveOrder order;
    private final Grid grid;
    private final PaletteChoice choice;

    Conversion(Picture source, Grid grid, Recipe recipe, RowBands bands) {
        this.recipe = recipe;
        this.bands = bands;
        this.order = order(source, recipe);
        this.grid = WovenGrid.of(grid, recipe, order);
        this.source = Lengthwise.stretched(source, this.grid.density(), this.grid.lines());
        this.choice = new PaletteChoice(recipe, order);
    }

    /** Without a fabric nobody knows what room yarns of any count have. */
    private static @Nullable WeaveOrder order(Picture source, Recipe recipe) {
        WeaveOrder order = WovenGrid.order(source, recipe);
        return order == null || recipe.fabric() != null ? order : order.weighed(YarnCounts.UNKNOWN);
    }

    LoomDesign run() {
        Stopwatch watch = new Stopwatch();
        StyledPicture styled = StyledPicture.of(source, grid, recipe, bands);
        double style = watch.lap();
        List<Rgb> palette = styled.isDrawing() ? styled.drawn() : choice.of(styled.picture(), bands);
        double paletteTime = watch.lap();
        Labelling labelling = Labelling.of(styled, palette, recipe, bands);
        double label = watch.lap();
        GridCells cells = GridCells.of(styled, labelling, grid, recipe, bands);
        double gridTime = watch.lap();
        CleanCells clean = CleanCells.of(
                cells.labels(), labelling.colours(), cells.guarded(labelling.costs()), grid, recipe, bands);
        ColouredCells refilled = refilled(styled, labelling, cells, clean);
        GradientCells gradients = new GradientCells(grid, recipe, order, bands);
        GradientCells.Drawn drawn =
                styled.isDrawing() || labelling.isExact() ? gradients.none(refilled) : gradients.of(refilled, cells);
        double cleanTime = watch.lap();
        ColouredCells dyed = styled.isDrawing() ? Dyeing.dyed(drawn.cells(), choice) : drawn.cells();
        PointPaper paper = PaletteOrder.pointPaper(grid, dyed.labels(), dyed.colours(), recipe.weights(), bands);
        WovenDesign woven = woven(paper);
        PointPaper shown = woven == null ? paper : woven.paper();
        Cloth cloth = woven == null ? null : woven.cloth();
        Timings timings = new Timings(0, style, paletteTime, label, gridTime, cleanTime, watch.lap());
        return new LoomDesign(
                shown, dyed.cleaning(), drawn.use(), recipe.repeat(), recipe.colours(), cloth, styled.seen(), timings);
    }

    /** The paper woven, and drawn in what the cloth shows where its palette is free; null where the recipe has no weave. */
    private @Nullable WovenDesign woven(PointPaper paper) {
        if (order == null) {
            return null;
        }
        WovenPalette palette = choice.woven();
        return palette != null
                ? WovenDesign.of(paper, recipe.repeat(), palette)
                : WovenDesign.of(paper, recipe.repeat(), order, choice.isFree());
    }

    private ColouredCells refilled(StyledPicture styled, Labelling labelling, GridCells cells, CleanCells clean) {
        // mixtures of what is drawn within a cell are no colours that artwork would be missing
        boolean unmixed = labelling.kind() == LineKind.DRAWN
                && styled.isFinerThan(grid)
                && !recipe.style().redrawn();
        Picture shown = unmixed
                ? cells.unmixedColours(styled.picture(), clean.labels(), labelling.colours(), bands)
                : cells.colours();
        Refill refill = new Refill(
                shown,
                refillRecipe(labelling, clean.labels()),
                (labels, colours, costs) -> CleanCells.of(labels, colours, cells.guarded(costs), grid, recipe, bands),
                // artwork's edges show mixtures that are no colours; which of its own are rare its palette knows
                labelling.kind() == LineKind.SEEN && choice.recipe().palette().isEmpty(),
                bands);
        return refill.of(new ColouredCells(clean.labels(), labelling.colours(), clean.cleaning()));
    }

    /** In a redrawn picture what is left of colours between those that are drawn is no reason for more of them. */
    private Recipe refillRecipe(Labelling labelling, byte[] labels) {
        Recipe chosen = choice.recipe();
        if (!recipe.style().redrawn()) {
            return chosen;
        }
        int colours = labelling.kind() == LineKind.DRAWN
                ? Refill.withPinned(labels, labelling.colours(), recipe.pinned())
                : labelling.colours().size();
        return chosen.withColours(Math.max(Recipe.FEWEST_COLOURS, colours)).withApart(PaletteChoice.apart(recipe));
    }
}
