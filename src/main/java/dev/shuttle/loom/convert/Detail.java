package dev.shuttle.loom.convert;

import dev.shuttle.loom.convert.grid.GridPicture;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/** How much of a picture's detail a grid can use, in each direction: what is beyond it costs memory and time for nothing. */
final class Detail {
    /** More source pixels than this to a cell, each way, add nothing that survives the majority. */
    private static final int PIXELS_A_CELL = 3;
    /** The same where lines are told from the areas beside them. */
    private static final int PIXELS_A_CELL_OF_LINES = 7;
    /** A picture may be left with as few. */
    private static final int FEWEST_A_CELL = 2;
    /** With so many, each way, a direction is left as it is: what it would save is less than what resampling blurs. */
    private static final int NOT_WORTH_IT = 4;
    /** A picture of more pixels is large: it is never held as it is. */
    private static final long LARGE = 24_000_000;
    /** A picture that is also looked at beside the result keeps at least so many pixels on its longer side. */
    private static final int SIGHTLY = 2400;

    private Detail() {}

    /** By how much a picture of that size may be reduced as it is decoded, before anybody knows what it shows; 1 is not at all. */
    static int reduction(int width, int height, Grid grid) {
        double pixels = (double) width * height;
        int factor = whole(width, height, grid, PIXELS_A_CELL_OF_LINES);
        if (pixels > LARGE) {
            int needed = (int) Math.ceil(Math.sqrt(pixels / LARGE));
            factor = Math.max(
                    whole(width, height, grid, PIXELS_A_CELL),
                    Math.min(needed, whole(width, height, grid, FEWEST_A_CELL)));
        }
        return sightly(width, height, factor);
    }

    /** The drawing that is worked on: thin lines want more of it than areas do. */
    static Picture drawing(Picture source, Grid grid, RowBands bands) {
        int across = Math.max(1, source.width() / (PIXELS_A_CELL_OF_LINES * grid.ends()));
        int down = Math.max(1, source.height() / (PIXELS_A_CELL_OF_LINES * grid.lines()));
        return GridPicture.of(source, source.width() / across, source.height() / down, bands);
    }

    /** What is left of a picture to be looked at and measured beside the result, and to be worked on. */
    static Picture seen(Picture source, Grid grid) {
        int factor = whole(source.width(), source.height(), grid, FEWEST_A_CELL);
        return source.reduced(sightly(source.width(), source.height(), factor));
    }

    /**
     * The picture that is worked on: the one that is seen, or a smaller version of it where the grid is coarser. Its pixels need not
     * be square.
     */
    static Picture worked(Picture seen, Grid grid, Style style, RowBands bands) {
        if (style.isToneless()) {
            // as square as they come: it may be artwork, whose edges are resolved pixel by pixel
            int factor = whole(seen.width(), seen.height(), grid, PIXELS_A_CELL);
            return factor < 2 ? seen : GridPicture.of(seen, seen.width() / factor, seen.height() / factor, bands);
        }
        double part = Math.min(1, Math.sqrt((double) LARGE / seen.width() / seen.height()));
        int width = side(seen.width(), grid.ends(), part);
        return GridPicture.of(seen, width, side(seen.height(), grid.lines(), part), bands);
    }

    /** @param part what a large picture is to be left with, where that is enough for its cells */
    private static int side(int pixels, int cells, double part) {
        int enough = pixels < (long) NOT_WORTH_IT * cells ? pixels : PIXELS_A_CELL * cells;
        return (int) Math.min(enough, Math.max((double) FEWEST_A_CELL * cells, Math.ceil(part * pixels)));
    }

    /** As much of a reduction as leaves enough to look at. */
    private static int sightly(int width, int height, int factor) {
        return Math.max(1, Math.min(factor, Math.max(width, height) / SIGHTLY));
    }

    /** By how much the sides may be divided so that {@code pixels} remain to a cell; 0 where there are fewer. */
    private static int whole(int width, int height, Grid grid, int pixels) {
        return (int) Math.min(width / ((long) pixels * grid.ends()), height / ((long) pixels * grid.lines()));
    }
}
