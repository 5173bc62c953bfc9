package dev.shuttle.loom.convert;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.PaletteSearch;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.CellCosts;
import dev.shuttle.loom.convert.clean.GuardedCosts;
import dev.shuttle.loom.convert.clean.RegionCleaning;
import dev.shuttle.loom.convert.clean.SeamCleaning;
import dev.shuttle.loom.convert.grid.AreaMajority;
import dev.shuttle.loom.convert.grid.CellColours;
import dev.shuttle.loom.convert.grid.Enlargement;
import dev.shuttle.loom.convert.grid.GridPicture;
import dev.shuttle.loom.convert.grid.LineCells;
import dev.shuttle.loom.convert.grid.LineKind;
import dev.shuttle.loom.convert.grid.PixelShares;
import dev.shuttle.loom.convert.label.ColourCosts;
import dev.shuttle.loom.convert.label.Drawing;
import dev.shuttle.loom.convert.label.EdgeShares;
import dev.shuttle.loom.convert.label.FlatColours;
import dev.shuttle.loom.convert.style.Styling;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.Tiling;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.design.WovenGrid;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One picture on its way: style, palette, labels, grid, regions. */
final class Conversion {
    private static final float BORDER = 3;
    /** How much areas count for the palette of a redrawn picture, see {@link PaletteSearch}. */
    private static final double RARE_COLOURS = 0.6;
    /** Yarns nearer to each other than this (CIEDE2000) look the same in a redrawn picture, where nobody counts shades. */
    private static final double YARNS_APART = 2;
    /** How often more colours are looked for, where some of those found are too much alike. */
    private static final int WIDER = 3;
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
        Picture drawing = Detail.drawing(source, grid, bands);
        List<Rgb> drawn = drawn(drawing);
        boolean artwork = !drawn.isEmpty();
        Picture styled = artwork ? drawing : styled();
        double style = watch.lap();
        List<Rgb> colours = artwork ? drawn : palette(styled);
        double palette = watch.lap();
        Labelling labelling = artwork ? Labelling.drawn(styled, colours, bands) : labelling(styled, colours);
        ColourCosts costs = labelling.costs();
        byte[] labels = labelling.labels();
        LineKind kind = labelling.kind();
        double label = watch.lap();
        PixelShares pixels = kind == LineKind.DRAWN && isCoarser(styled)
                ? EdgeShares.of(styled, costs, labels, bands)
                : PixelShares.whole(labels);
        byte[] cells = cells(styled, pixels, costs);
        Picture cellPicture = cellPicture(styled, pixels, cells);
        boolean[] lines = linesDrawn(styled, labels, cells, costs, kind);
        paint(cellPicture, cells, lines, labelling.colours());
        double gridTime = watch.lap();
        Cleaning cleaning = cleaned(cells, guarded(costs.of(cellPicture), lines));
        // mixtures of what is drawn within a cell are no colours that artwork would be missing
        boolean unmixed =
                kind == LineKind.DRAWN && isCoarser(styled) && !recipe.style().redrawn();
        Refill refill = new Refill(
                unmixed ? CellColours.of(styled, pixels, cells, grid.ends(), grid.lines(), bands) : cellPicture,
                refilled(labelling, cells),
                cells,
                labelling.colours(),
                cleaning,
                renewed -> cleaned(cells, guarded(renewed.of(cellPicture), lines)),
                bands);
        refill.run();
        double clean = watch.lap();
        List<Rgb> dyed = artwork ? Dyeing.dyed(cells, refill.colours(), recipe, this::palette) : refill.colours();
        PointPaper paper = PaletteOrder.pointPaper(grid, cells, dyed, bands);
        Cloth cloth = order == null ? null : Cloth.of(paper, recipe.repeat(), order);
        Timings timings = new Timings(0, style, palette, label, gridTime, clean, watch.lap());
        return new LoomDesign(paper, refill.cleaning(), recipe.repeat(), recipe.colours(), cloth, source, timings);
    }

    private Labelling labelling(Picture styled, List<Rgb> colours) {
        return recipe.style().redrawn()
                ? Labelling.unmixed(styled, colours, recipe.pinned(), bands)
                : Labelling.of(styled, colours, bands);
    }

    /** In a redrawn picture what is left of colours between those that are drawn is no reason for more of them. */
    private Recipe refilled(Labelling labelling, byte[] cells) {
        if (!recipe.style().redrawn()) {
            return recipe;
        }
        int colours = labelling.kind() == LineKind.DRAWN
                ? Refill.withPinned(cells, labelling.colours(), recipe.pinned())
                : labelling.colours().size();
        return recipe.withColours(Math.max(Recipe.FEWEST_COLOURS, colours)).withApart(apart());
    }

    private double apart() {
        return recipe.style().redrawn() ? Math.max(recipe.apart(), YARNS_APART) : recipe.apart();
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

    /** The colours of a drawing that is to be redrawn. What is pinned has to be found in the picture as it is styled. */
    private List<Rgb> drawn(Picture drawing) {
        boolean asked = recipe.style().redrawn() && recipe.pinned().isEmpty();
        return asked ? Drawing.colours(drawing, bands) : List.of();
    }

    private Picture styled() {
        Picture picture = Detail.worked(source, grid, recipe.style(), bands);
        double across = (double) picture.width() / grid.ends();
        double down = (double) picture.height() / grid.lines();
        return Styling.apply(picture, recipe.style(), Math.sqrt(across * down), bands);
    }

    private List<Rgb> palette(Picture styled) {
        return palette(FlatColours.of(styled, bands));
    }

    private List<Rgb> palette(ColourHistogram histogram) {
        if (!recipe.palette().isEmpty()) {
            return PaletteSearch.ofCard(histogram, recipe.colours(), recipe.palette(), recipe.pinned());
        }
        List<Rgb> found = free(histogram, recipe.colours());
        int sought = recipe.colours();
        for (int round = 0; round < WIDER && recipe.style().redrawn() && found.size() < recipe.colours(); round++) {
            // the places of those that are too much alike are free for others
            sought += recipe.colours() - found.size();
            found = free(histogram, sought);
        }
        return found.subList(0, Math.min(recipe.colours(), found.size()));
    }

    private List<Rgb> free(ColourHistogram histogram, int colours) {
        double power = recipe.style().redrawn() ? RARE_COLOURS : 1;
        return PaletteSearch.free(histogram, colours, recipe.pinned(), apart(), power);
    }
}
