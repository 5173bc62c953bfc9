package dev.shuttle.loom.style;

import dev.shuttle.loom.Style;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/** Gives a picture the tone of a {@link Style}. */
public final class Styling {
    private Styling() {}

    /** A new picture, or the same where the style changes nothing. */
    public static Picture apply(Picture picture, Style style, RowBands bands) {
        if (style.changesNothing()) {
            return picture;
        }
        Planes planes = Planes.of(picture, bands);
        if (style.smoothing() > 0) {
            new EdgePreservingSmoothing(planes, bands).run(style.smoothing(), 12);
        }
        if (style.edges()) {
            Sharpening.run(planes, bands);
        }
        if (style.contrast() != 1) {
            LocalContrast.run(planes, style.contrast(), bands);
        }
        return planes.picture((float) style.saturation(), bands);
    }
}
