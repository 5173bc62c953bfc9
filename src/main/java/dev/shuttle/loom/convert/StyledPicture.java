package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.label.Drawing;
import dev.shuttle.loom.convert.style.Styling;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;

/**
 * The picture that palette and labels are made of: with the style's tone, except that a drawing keeps its own colours until
 * they are dyed, because a tone would turn each of its anti-aliased edges into shades of its own.
 *
 * @param drawn the colours of a drawing; empty for any other picture
 * @param seen the source, with no more detail than can be told beside the result
 */
record StyledPicture(Picture picture, List<Rgb> drawn, Picture seen) {

    static StyledPicture of(Picture source, Grid grid, Recipe recipe, RowBands bands) {
        Picture drawing = Detail.drawing(source, grid, bands);
        // pinned colours have to be found in the picture as it is styled
        boolean mayBeDrawn = recipe.style().redrawn() && recipe.pinned().isEmpty();
        List<Rgb> drawn = mayBeDrawn ? Drawing.colours(drawing, bands) : List.of();
        Picture seen = Detail.seen(source, grid);
        Picture picture = drawn.isEmpty() ? styled(seen, grid, recipe.style(), bands) : drawing;
        return new StyledPicture(picture, drawn, seen);
    }

    private static Picture styled(Picture seen, Grid grid, Style style, RowBands bands) {
        Picture picture = Detail.worked(seen, grid, style, bands);
        double across = (double) seen.width() / picture.width();
        double down = (double) seen.height() / picture.height();
        double cell = Math.sqrt((double) seen.width() / grid.ends() * seen.height() / grid.lines());
        return Styling.apply(picture, style, cell / across, down / across, bands);
    }

    boolean isDrawing() {
        return !drawn.isEmpty();
    }

    /** Whether a grid has fewer cells than the picture has pixels, in either direction. */
    boolean isFinerThan(Grid grid) {
        return grid.ends() < picture.width() || grid.lines() < picture.height();
    }
}
