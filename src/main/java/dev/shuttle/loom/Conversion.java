package dev.shuttle.loom;

import dev.shuttle.loom.clean.CellCosts;
import dev.shuttle.loom.clean.GuardedCosts;
import dev.shuttle.loom.clean.RegionCleaning;
import dev.shuttle.loom.clean.SeamCleaning;
import dev.shuttle.loom.clean.Tiling;
import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.PaletteSearch;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.grid.AreaMajority;
import dev.shuttle.loom.grid.CellColours;
import dev.shuttle.loom.grid.Enlargement;
import dev.shuttle.loom.grid.GridPicture;
import dev.shuttle.loom.grid.LineCells;
import dev.shuttle.loom.grid.LineKind;
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
    private static final float SMOOTHNESS = 1;
    private static final float BORDER = 3;
    private static final int ROUNDS = 1;
    /** More source pixels than this to a cell, each way, add nothing that survives the majority. */
    private static final int PIXELS_A_CELL = 3;

    /** How much areas count for the palette of a redrawn picture, see {@link PaletteSearch}. */
    private static final double RARE_COLOURS = 0.6;
    /** A picture with more pixels than this that show a colour of its palette is drawn, not photographed. */
    private static final double ARTWORK = 0.5;
    /** On a grid finer than this times the pixels no line gets lost. */
    private static final double FINER = 1.3;

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
        Picture styled = styled();
        double style = watch.lap();
        List<Rgb> colours = palette(styled);
        ColourCosts costs = new ColourCosts(colours);
        double palette = watch.lap();
        NearestLabels nearest = NearestLabels.of(styled, costs, bands);
        LineKind kind = nearest.plainShare() > ARTWORK ? LineKind.DRAWN : LineKind.SEEN;
        byte[] labels = RampResolution.resolve(styled, costs, nearest, bands);
        new PottsRelaxation(styled, costs, labels, SMOOTHNESS).run(ROUNDS, bands);
        double label = watch.lap();
        byte[] cells = cells(styled, labels, costs);
        Picture cellPicture = cellPicture(styled, labels, cells);
        boolean[] drawn = linesDrawn(styled, labels, cells, costs, kind);
        paint(cellPicture, cells, drawn, colours);
        double gridTime = watch.lap();
        Cleaning cleaning = cleaned(cells, new GuardedCosts(costs.of(cellPicture), drawn));
        Refill refill = new Refill(
                cellPicture,
                recipe,
                cells,
                colours,
                cleaning,
                renewed -> cleaned(cells, new GuardedCosts(renewed.of(cellPicture), drawn)),
                bands);
        refill.run();
        double clean = watch.lap();
        PointPaper paper = PaletteOrder.pointPaper(grid, cells, refill.colours(), bands);
        Timings timings = new Timings(0, style, palette, label, gridTime, clean);
        return new LoomDesign(paper, refill.cleaning(), recipe.repeat(), recipe.colours(), source, timings);
    }

    private byte[] cells(Picture styled, byte[] labels, ColourCosts costs) {
        int ends = grid.ends();
        int lines = grid.lines();
        boolean finer = ends >= styled.width() && lines >= styled.height() && ends * lines > labels.length;
        return finer
                ? Enlargement.of(styled, labels, ends, lines, costs.contrast(), costs::cost, bands)
                : AreaMajority.of(labels, styled.width(), styled.height(), ends, lines, bands);
    }

    private Picture cellPicture(Picture styled, byte[] labels, byte[] cells) {
        boolean coarser = grid.ends() < styled.width() || grid.lines() < styled.height();
        return recipe.style().redrawn() && coarser
                ? CellColours.of(styled, labels, cells, grid.ends(), grid.lines(), bands)
                : GridPicture.of(styled, grid.ends(), grid.lines(), bands);
    }

    /** Draws what would get lost of thin lines into the cells; tells which cells are theirs. */
    private boolean[] linesDrawn(Picture styled, byte[] labels, byte[] cells, ColourCosts costs, LineKind kind) {
        boolean finer = grid.ends() > FINER * styled.width() && grid.lines() > FINER * styled.height();
        if (!recipe.style().redrawn() || finer) {
            return new boolean[cells.length];
        }
        int width = styled.width();
        int height = styled.height();
        return LineCells.draw(labels, width, height, cells, grid.ends(), grid.lines(), costs.contrast(), kind, bands);
    }

    /** Lines have their own colour in the picture of the cells too, not its mixture with the ground. */
    private void paint(Picture cellPicture, byte[] cells, boolean[] drawn, List<Rgb> colours) {
        for (int cell = 0; cell < cells.length; cell++) {
            if (drawn[cell]) {
                int rgb = colours.get(cells[cell]).packed();
                cellPicture.set(cell % grid.ends(), cell / grid.ends(), rgb);
            }
        }
    }

    private Cleaning cleaned(byte[] cells, CellCosts costs) {
        int ends = grid.ends();
        int lines = grid.lines();
        boolean seams = recipe.repeat() != Repeat.NONE;
        RegionCleaning inside = new RegionCleaning(ends, lines, cells, costs, BORDER, seams);
        long removed = inside.run(recipe.minRegion(), bands);
        long changed = inside.cellsChanged();
        if (seams && recipe.minRegion() > 1) {
            Tiling tiling = recipe.repeat().tiling(ends, lines);
            SeamCleaning across = new SeamCleaning(tiling, cells, costs, recipe.minRegion());
            removed += across.run();
            changed += across.cellsChanged();
        }
        return new Cleaning(removed, changed, recipe.minRegion());
    }

    private Picture styled() {
        Picture picture = working();
        double across = (double) picture.width() / grid.ends();
        double down = (double) picture.height() / grid.lines();
        return Styling.apply(picture, recipe.style(), Math.sqrt(across * down), bands);
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
                ? PaletteSearch.free(
                        histogram,
                        recipe.colours(),
                        recipe.pinned(),
                        recipe.apart(),
                        recipe.style().redrawn() ? RARE_COLOURS : 1)
                : PaletteSearch.ofCard(histogram, recipe.colours(), recipe.palette(), recipe.pinned());
    }
}
