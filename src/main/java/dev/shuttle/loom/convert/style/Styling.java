package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Gives a picture the tone of a {@link Style}. */
public final class Styling {
    /** Rows that are styled at a time, at least: enough that those around them do not cost more. */
    private static final int ROWS = 192;
    /** The same as a multiple of the rows around them. */
    private static final int MARGINS = 6;

    private Styling() {}

    /**
     * A new picture, or the same where the style has no tone.
     *
     * @param cell the side of a square as large as a cell of the grid, in widths of a pixel
     * @param aspect how many times as high as wide a pixel is
     */
    public static Picture apply(Picture picture, Style style, double cell, double aspect, RowBands bands) {
        if (style.isToneless()) {
            return picture;
        }
        Surroundings surroundings = new Surroundings(picture, style, cell, aspect, bands);
        double reach = style.smoothing() * cell;
        int rows = Math.max(ROWS, MARGINS * StyledBand.margin(reach / aspect, surroundings));
        Picture styled = Picture.blank(picture.width(), picture.height());
        Queue<StyledBand> idle = new ConcurrentLinkedQueue<>();
        bands.run(picture.height(), rows, (from, to) -> {
            StyledBand free = idle.poll();
            StyledBand band = free == null ? new StyledBand(picture, style, surroundings, reach, aspect, rows) : free;
            band.write(from, to, styled);
            idle.add(band);
        });
        return styled;
    }
}
