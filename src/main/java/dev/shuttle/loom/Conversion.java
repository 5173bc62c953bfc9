package dev.shuttle.loom;

import dev.shuttle.loom.clean.CellCosts;
import dev.shuttle.loom.clean.GuardedCosts;
import dev.shuttle.loom.clean.RegionCleaning;
import dev.shuttle.loom.clean.SeamCleaning;
import dev.shuttle.loom.clean.Tiling;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.WeaveOrder;
import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.PaletteSearch;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.grid.AreaMajority;
import dev.shuttle.loom.grid.CellColours;
import dev.shuttle.loom.grid.Enlargement;
import dev.shuttle.loom.grid.GridPicture;
import dev.shuttle.loom.grid.LineCells;
import dev.shuttle.loom.grid.LineKind;
import dev.shuttle.loom.grid.PixelShares;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.label.ColourCosts;
import dev.shuttle.loom.label.EdgeShares;
import dev.shuttle.loom.label.FlatColours;
import dev.shuttle.loom.label.NearestLabels;
import dev.shuttle.loom.label.PottsRelaxation;
import dev.shuttle.loom.label.RampResolution;
import dev.shuttle.loom.style.Styling;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One picture on its way: style, palette, labels, grid, regions. */
final class Conversion {
    private static final float SMOOTHNESS = 1;
    private static final float BORDER = 3;
    private static final int ROUNDS = 1;
    /** How much areas count for the palette of a redrawn picture, see {@link PaletteSearch}. */
    private static final double RARE_COLOURS = 0.6;
    /** A picture with more pixels than this that show a colour of its palette is drawn, not photographed. */
    private static final double ARTWORK = 0.5;
    /** On a grid finer than this times the pixels no line gets lost. */
    private static final double FINER = 1.3;

    private static final boolean[] NONE_DRAWN = {};

    private final Picture source;
    private final Recipe recipe;
    private final RowBands bands;
    private final @Nullable WeaveOrder order;
    private final Grid grid;

    Conversion(Picture source, Grid grid, Recipe recipe, RowBands bands) {
        this.source = source;
        this.recipe = recipe;
        this.bands = bands;
        this.order = WovenGrid.order(source, recipe);
        this.grid = WovenGrid.of(grid, recipe, order);
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
        PixelShares pixels = kind == LineKind.DRAWN && isCoarser(styled)
                ? EdgeShares.of(styled, costs, labels, bands)
                : PixelShares.whole(labels);
        byte[] cells = cells(styled, pixels, costs);
        Picture cellPicture = cellPicture(styled, pixels, cells);
        boolean[] drawn = linesDrawn(styled, labels, cells, costs, kind);
        paint(cellPicture, cells, drawn, colours);
        double gridTime = watch.lap();
        Cleaning cleaning = cleaned(cells, guarded(costs.of(cellPicture), drawn));
        // mixtures of what is drawn within a cell are no colours that artwork would be missing
        boolean unmixed =
                kind == LineKind.DRAWN && isCoarser(styled) && !recipe.style().redrawn();
        Refill refill = new Refill(
                unmixed ? CellColours.of(styled, pixels, cells, grid.ends(), grid.lines(), bands) : cellPicture,
                recipe,
                cells,
                colours,
                cleaning,
                renewed -> cleaned(cells, guarded(renewed.of(cellPicture), drawn)),
                bands);
        refill.run();
        double clean = watch.lap();
        PointPaper paper = PaletteOrder.pointPaper(grid, cells, refill.colours(), bands);
        Cloth cloth = order == null ? null : Cloth.of(paper, recipe.repeat(), order);
        Timings timings = new Timings(0, style, palette, label, gridTime, clean, watch.lap());
        return new LoomDesign(paper, refill.cleaning(), recipe.repeat(), recipe.colours(), cloth, source, timings);
    }

    private byte[] cells(Picture styled, PixelShares pixels, ColourCosts costs) {
        byte[] labels = pixels.labels();
        int ends = grid.ends();
        int lines = grid.lines();
        boolean finer = ends >= styled.width() && lines >= styled.height() && ends * lines > labels.length;
        if (finer) {
            return Enlargement.of(styled, labels, ends, lines, costs.contrast(), costs::cost, bands);
        }
        return AreaMajority.of(pixels, styled.width(), styled.height(), ends, lines, bands);
    }

    private Picture cellPicture(Picture styled, PixelShares pixels, byte[] cells) {
        return recipe.style().redrawn() && isCoarser(styled)
                ? CellColours.of(styled, pixels, cells, grid.ends(), grid.lines(), bands)
                : GridPicture.of(styled, grid.ends(), grid.lines(), bands);
    }

    private boolean isCoarser(Picture styled) {
        return grid.ends() < styled.width() || grid.lines() < styled.height();
    }

    private static CellCosts guarded(CellCosts costs, boolean[] drawn) {
        return drawn.length == 0 ? costs : new GuardedCosts(costs, drawn);
    }

    /** Draws what would get lost of thin lines into the cells; tells which cells are theirs, of none by an empty array. */
    private boolean[] linesDrawn(Picture styled, byte[] labels, byte[] cells, ColourCosts costs, LineKind kind) {
        boolean finer = grid.ends() > FINER * styled.width() && grid.lines() > FINER * styled.height();
        if (!recipe.style().redrawn() || finer) {
            return NONE_DRAWN;
        }
        int width = styled.width();
        int height = styled.height();
        return LineCells.draw(labels, width, height, cells, grid.ends(), grid.lines(), costs.contrast(), kind, bands);
    }

    /** Lines have their own colour in the picture of the cells too, not its mixture with the ground. */
    private void paint(Picture cellPicture, byte[] cells, boolean[] drawn, List<Rgb> colours) {
        for (int cell = 0; cell < drawn.length; cell++) {
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
        Picture picture = Detail.worked(source, grid, recipe.style(), bands);
        double across = (double) picture.width() / grid.ends();
        double down = (double) picture.height() / grid.lines();
        return Styling.apply(picture, recipe.style(), Math.sqrt(across * down), bands);
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
