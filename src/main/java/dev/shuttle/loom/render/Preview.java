package dev.shuttle.loom.render;

import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.awt.image.BufferedImage;

/**
 * A point paper as its colours lie on the cloth: in true proportion, every cell a rectangle of its colour, mixed as light
 * is where a pixel shows several. Where cells are large enough to be seen they are set off from one another as yarns
 * that cross, alike both ways: no weave is shown, for none is known.
 */
public final class Preview {
    /** Pixels to an end, beyond which a picture would only be larger. */
    private static final int CELL_PIXELS = 10;

    private Preview() {}

    /** The picture of {@link #of(PointPaper, int, RowBands)}, painted by one worker. */
    public static BufferedImage of(PointPaper paper, int longest) {
        return of(paper, longest, new RowBands(1));
    }

    /** At most {@code longest} pixels on the longer side; small papers are enlarged by whole ends, ten pixels each at most. */
    public static BufferedImage of(PointPaper paper, int longest, RowBands bands) {
        return picture(paper, longest, CELL_PIXELS, bands).toBufferedImage();
    }

    /** The longer side of a picture in which each end has all the pixels that it can use. */
    static int longest(PointPaper paper) {
        return (int) Math.ceil(CELL_PIXELS
                * Math.max(paper.ends(), paper.lines() * paper.density().cellProportion()));
    }

    /** @param most pixels to an end, at most */
    static Picture picture(PointPaper paper, int longest, double most, RowBands bands) {
        double cell = paper.density().cellProportion();
        double scale = longest / Math.max(paper.ends(), paper.lines() * cell);
        if (scale > 1) {
            scale = Math.min(Math.floor(scale), most);
        }
        int width = (int) Math.max(1, Math.round(paper.ends() * scale));
        int height = (int) Math.max(1, Math.round(paper.lines() * cell * scale));
        return new CellPainting(paper, width, height).picture(bands);
    }
}
