package dev.shuttle.loom;

import dev.shuttle.loom.clean.CellCosts;
import dev.shuttle.loom.clean.RegionCleaning;
import dev.shuttle.loom.clean.SeamCleaning;
import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.PaletteSearch;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.grid.AreaMajority;
import dev.shuttle.loom.grid.GridPicture;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.label.ColourCosts;
import dev.shuttle.loom.label.FlatColours;
import dev.shuttle.loom.label.NearestLabels;
import dev.shuttle.loom.label.PottsRelaxation;
import dev.shuttle.loom.label.RampResolution;
import dev.shuttle.loom.style.Styling;
import dev.shuttle.loom.work.RowBands;
import java.util.List;

/** One picture on its way: style, palette, labels, grid, regions. */
final class Conversion {
    private static final float SMOOTHNESS = 3;
    private static final float BORDER = 3;
    private static final int ROUNDS = 1;
    /** More source pixels than this to a cell, each way, add nothing that survives the majority. */
    private static final int PIXELS_A_CELL = 3;

    private final Picture source;
    private final Recipe recipe;
    private final RowBands bands;
    private final Grid grid;

    Conversion(Picture source, Recipe recipe, RowBands bands) {
        this.source = source;
        this.recipe = recipe;
        this.bands = bands;
        Fabric fabric = recipe.fabric();
        Grid wanted = fabric == null
                ? new Grid(source.width(), source.height(), Density.SQUARE)
                : fabric.grid(source.width(), source.height());
        boolean odd = recipe.repeat() == Repeat.HALF_DROP && wanted.lines() % 2 == 1;
        this.grid = odd ? new Grid(wanted.ends(), wanted.lines() + 1, wanted.density()) : wanted;
    }

    LoomDesign run() {
        Stopwatch watch = new Stopwatch();
        Picture styled = Styling.apply(working(), recipe.style(), bands);
        double style = watch.lap();
        List<Rgb> colours = palette(styled);
        ColourCosts costs = new ColourCosts(colours);
        double palette = watch.lap();
        byte[] labels = RampResolution.resolve(styled, costs, NearestLabels.of(styled, costs, bands), bands);
        new PottsRelaxation(styled, costs, labels, SMOOTHNESS).run(ROUNDS, bands);
        double label = watch.lap();
        byte[] cells = AreaMajority.of(labels, styled.width(), styled.height(), grid.ends(), grid.lines(), bands);
        Picture cellPicture = GridPicture.of(styled, grid.ends(), grid.lines(), bands);
        double gridTime = watch.lap();
        Cleaning cleaning = cleaned(cells, costs.of(cellPicture));
        Refill refill = new Refill(
                cellPicture,
                recipe,
                cells,
                colours,
                cleaning,
                renewed -> cleaned(cells, renewed.of(cellPicture)),
                bands);
        refill.run();
        double clean = watch.lap();
        PointPaper paper = PaletteOrder.pointPaper(grid, cells, refill.colours(), bands);
        Timings timings = new Timings(0, style, palette, label, gridTime, clean);
        return new LoomDesign(paper, refill.cleaning(), recipe.repeat(), recipe.colours(), source, timings);
    }

    private Cleaning cleaned(byte[] cells, CellCosts costs) {
        int ends = grid.ends();
        int lines = grid.lines();
        boolean seams = recipe.repeat() == Repeat.STRAIGHT || recipe.repeat() == Repeat.HALF_DROP;
        RegionCleaning inside = new RegionCleaning(ends, lines, cells, costs, BORDER, seams);
        long removed = inside.run(recipe.minRegion(), bands);
        long changed = inside.cellsChanged();
        if (seams && recipe.minRegion() > 1) {
            int drop = recipe.repeat() == Repeat.HALF_DROP ? lines / 2 : 0;
            SeamCleaning across = new SeamCleaning(ends, lines, drop, cells, costs, recipe.minRegion());
            removed += across.run();
            changed += across.cellsChanged();
        }
        return new Cleaning(removed, changed, recipe.minRegion());
    }

    /** The source, or a smaller version of it where the grid is much coarser. */
    private Picture working() {
        int factor = Math.min(
                source.width() / (PIXELS_A_CELL * grid.ends()), source.height() / (PIXELS_A_CELL * grid.lines()));
        if (factor < 2) {
            return source;
        }
        return GridPicture.of(source, source.width() / factor, source.height() / factor, bands);
    }

    private List<Rgb> palette(Picture styled) {
        ColourHistogram histogram = FlatColours.of(styled, bands);
        return recipe.palette().isEmpty()
                ? PaletteSearch.free(histogram, recipe.colours(), recipe.pinned(), recipe.apart())
                : PaletteSearch.ofCard(histogram, recipe.colours(), recipe.palette(), recipe.pinned());
    }
}
