package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.CellCosts;
import dev.shuttle.loom.convert.clean.GuardedCosts;
import dev.shuttle.loom.convert.grid.AreaMajority;
import dev.shuttle.loom.convert.grid.CellColours;
import dev.shuttle.loom.convert.grid.Enlargement;
import dev.shuttle.loom.convert.grid.GridPicture;
import dev.shuttle.loom.convert.grid.LineCells;
import dev.shuttle.loom.convert.grid.LineKind;
import dev.shuttle.loom.convert.grid.PixelShares;
import dev.shuttle.loom.convert.grid.WholeStrokes;
import dev.shuttle.loom.convert.label.ColourCosts;
import dev.shuttle.loom.convert.label.EdgeShares;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A label map at the size of the grid. */
final class GridCells {
    /** On a grid finer than this times the pixels no line gets lost. */
    private static final double FINER = 1.3;

    private static final boolean[] NO_LINES = {};

    private final byte[] labels;
    private final Picture colours;
    private final boolean[] lines;
    private final PixelShares pixels;

    GridCells(byte[] labels, Picture colours, boolean[] lines, PixelShares pixels) {
        this.labels = labels;
        this.colours = colours;
        this.lines = lines;
        this.pixels = pixels;
    }

    /** One a cell; not a copy. */
    byte[] labels() {
        return labels;
    }

    /** What the source shows in each cell. */
    Picture colours() {
        return colours;
    }

    /** By cell whether a line goes through it; empty where none is looked for. */
    boolean[] lines() {
        return lines;
    }

    static GridCells of(StyledPicture styled, Labelling labelling, Grid grid, Recipe recipe, RowBands bands) {
        boolean redrawn = recipe.style().redrawn();
        Picture picture = styled.picture();
        PixelShares pixels = labelling.kind() == LineKind.DRAWN && styled.isFinerThan(grid)
                ? EdgeShares.of(picture, labelling.costs(), labelling.labels(), bands)
                : PixelShares.whole(labelling.labels());
        byte[] cells = labels(picture, pixels, labelling.costs(), grid, bands);
        Picture colours = redrawn && styled.isFinerThan(grid)
                ? CellColours.of(picture, pixels, cells, grid.ends(), grid.lines(), bands)
                : GridPicture.of(picture, grid.ends(), grid.lines(), bands);
        if (isFiner(grid, picture)) {
            return new GridCells(cells, colours, NO_LINES, pixels);
        }
        boolean asDrawn = labelling.isExact() && !styled.isFinerThan(grid);
        if (redrawn && !asDrawn) {
            byte[] drawn = cells == labelling.labels() ? cells.clone() : cells;
            boolean[] lines = drawLines(picture, labelling, drawn, grid, bands);
            WholeStrokes strokes =
                    strokes(drawn, colours, means(picture, grid, bands), labelling, recipe.minRegion(), bands);
            boolean[] all = both(lines, strokes.strokes());
            // lines have their own colour in the picture of the cells too, not its mixture with the ground
            return new GridCells(
                    strokes.cells(), painted(colours, strokes.cells(), all, labelling.colours()), all, pixels);
        }
        WholeStrokes strokes = strokes(cells, colours, asDrawn ? null : colours, labelling, recipe.minRegion(), bands);
        return new GridCells(strokes.cells(), colours, strokes.strokes(), pixels);
    }

    private static Picture means(Picture picture, Grid grid, RowBands bands) {
        return GridPicture.of(picture, grid.ends(), grid.lines(), bands);
    }

    private static WholeStrokes strokes(
            byte[] cells, Picture colours, @Nullable Picture means, Labelling labelling, int minimum, RowBands bands) {
        CellCosts shown = labelling.costs().of(colours);
        return WholeStrokes.of(
                cells,
                colours.width(),
                colours.height(),
                (cell, label) -> shown.cost(shown.place(cell), label),
                labelling.costs().contrast(),
                labelling.kind(),
                minimum,
                means,
                labelling.colours().stream().mapToInt(Rgb::packed).toArray(),
                bands);
    }

    private static boolean[] both(boolean[] lines, boolean[] strokes) {
        for (int cell = 0; cell < strokes.length; cell++) {
            lines[cell] |= strokes[cell];
        }
        return lines;
    }

    private static byte[] labels(Picture picture, PixelShares pixels, ColourCosts costs, Grid grid, RowBands bands) {
        byte[] labels = pixels.labels();
        int ends = grid.ends();
        int lines = grid.lines();
        boolean finer = ends >= picture.width() && lines >= picture.height() && ends * lines > labels.length;
        if (finer) {
            return Enlargement.of(picture, labels, ends, lines, costs.contrast(), costs::cost, bands);
        }
        return AreaMajority.of(pixels, picture.width(), picture.height(), ends, lines, bands);
    }

    private static boolean isFiner(Grid grid, Picture picture) {
        return grid.ends() > FINER * picture.width() && grid.lines() > FINER * picture.height();
    }

    /** Draws into the cells what would get lost of thin lines; returns which cells are a line's. */
    private static boolean[] drawLines(Picture picture, Labelling labelling, byte[] cells, Grid grid, RowBands bands) {
        return LineCells.draw(
                labelling.labels(),
                picture.width(),
                picture.height(),
                cells,
                grid.ends(),
                grid.lines(),
                labelling.costs().contrast(),
                labelling.kind(),
                bands);
    }

    /** A copy in which the cells of lines have the colour of their labels. */
    private static Picture painted(Picture colours, byte[] cells, boolean[] lines, List<Rgb> palette) {
        Picture painted = colours.copy();
        for (int cell = 0; cell < lines.length; cell++) {
            if (lines[cell]) {
                painted.set(
                        cell % painted.width(),
                        cell / painted.width(),
                        palette.get(cells[cell]).packed());
            }
        }
        return painted;
    }

    /** The costs of each cell's labels; cells of lines are not given away lightly. */
    CellCosts guarded(ColourCosts costs) {
        CellCosts plain = costs.of(colours);
        return lines.length == 0 ? plain : new GuardedCosts(plain, lines, labels, costs::betweenLabels);
    }

    /** The mean colours of the pixels in each cell that have the label the cell has now; a line's cells have the line's. */
    Picture unmixedColours(Picture picture, byte[] now, List<Rgb> palette, RowBands bands) {
        Picture unmixed = CellColours.of(picture, pixels, now, colours.width(), colours.height(), bands);
        return painted(unmixed, now, lines, palette);
    }
}
