package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/** Gives a picture the tone of a {@link Style}. */
public final class Styling {
    /** Differences well above this stop the smoothing. */
    private static final double EDGE = 12;

    /** What gradients are calmed over, in reaches of the smoothing. */
    private static final double SURROUNDINGS = 4;
    /** The same in cells, where nothing else is smoothed. */
    private static final double NEAREST = 2;

    /** Ripple of lightness and colour that nobody would draw. */
    private static final double RIPPLE = 2;

    private Styling() {}

    /**
     * A new picture, or the same where the style has no tone.
     *
     * @param cell how many pixels of the picture make a cell of the grid, each way
     */
    public static Picture apply(Picture picture, Style style, double cell, RowBands bands) {
        if (style.isToneless()) {
            return picture;
        }
        Planes planes = Planes.of(picture, bands);
        if (style.smoothing() > 0) {
            new EdgePreservingSmoothing(planes, bands).run(style.smoothing() * cell, EDGE);
        }
        if (style.smoothing() > 0 || style.redrawn()) {
            double around = Math.max(NEAREST, SURROUNDINGS * style.smoothing()) * cell;
            Flattening.run(planes, (int) Math.ceil(around), RIPPLE, bands);
        }
        if (style.edges()) {
            Sharpening.run(planes, bands);
        }
        if (style.contrast() != 1) {
            LocalContrast.run(planes, style.contrast(), bands);
        }
        if (style.oneHue()) {
            OneHue.run(planes, bands);
        }
        Saturation.run(planes, style.saturation(), bands);
        return planes.picture(bands);
    }
}
