package dev.shuttle.loom.convert;

import dev.shuttle.loom.convert.grid.GridPicture;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/** How much of a picture's detail a grid can use: what is beyond it costs memory and time for nothing. */
final class Detail {
    /** More source pixels than this to a cell, each way, add nothing that survives the majority. */
    private static final int PIXELS_A_CELL = 3;
    /** The same where lines are told from the areas beside them. */
    private static final int PIXELS_A_CELL_OF_LINES = 7;
    /** A large picture may be left with as few. */
    private static final int FEWEST_A_CELL = 2;
    /** A picture of more pixels is large: its style alone would take more than half a gigabyte. */
    private static final long LARGE = 24_000_000;
    /** A picture that is also looked at beside the result keeps at least so many pixels on its longer side. */
    private static final int SIGHTLY = 2400;

    private Detail() {}

    /** By how much a picture of that size may be reduced as it is decoded; 1 where it is not {@link #LARGE}. */
    static int reduction(int width, int height, Grid grid) {
        double pixels = (double) width * height;
        if (pixels <= LARGE) {
            return 1;
        }
        int needed = (int) Math.ceil(Math.sqrt(pixels / LARGE));
        int factor = Math.max(
                whole(width, height, grid, PIXELS_A_CELL), Math.min(needed, whole(width, height, grid, FEWEST_A_CELL)));
        return Math.max(1, Math.min(factor, Math.max(width, height) / SIGHTLY));
    }

    /** The drawing that is worked on: thin lines want more of it than areas do. */
    static Picture drawing(Picture source, Grid grid, RowBands bands) {
        int factor = whole(source.width(), source.height(), grid, PIXELS_A_CELL_OF_LINES);
        return factor >= 2 ? GridPicture.of(source, source.width() / factor, source.height() / factor, bands) : source;
    }

    /** The picture that is worked on: the source, or a smaller version of it where the grid is much coarser. */
    static Picture worked(Picture source, Grid grid, Style style, RowBands bands) {
        int width = source.width();
        int height = source.height();
        int factor = whole(width, height, grid, PIXELS_A_CELL);
        if (factor >= 2) {
            return GridPicture.of(source, width / factor, height / factor, bands);
        }
        double scale = style.isToneless() ? 1 : part(width, height, grid);
        return scale < 1
                ? GridPicture.of(source, (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), bands)
                : source;
    }

    /** By how much the sides may be divided so that {@code pixels} remain to a cell; 0 where there are fewer. */
    private static int whole(int width, int height, Grid grid, int pixels) {
        return (int) Math.min(width / ((long) pixels * grid.ends()), height / ((long) pixels * grid.lines()));
    }

    /** What part of the sides of a large picture is left where its style could not be held otherwise. */
    private static double part(int width, int height, Grid grid) {
        double least =
                Math.max(FEWEST_A_CELL * (double) grid.ends() / width, FEWEST_A_CELL * (double) grid.lines() / height);
        return Math.max(least, Math.sqrt((double) LARGE / width / height));
    }
}
