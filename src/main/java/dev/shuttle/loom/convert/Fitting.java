package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;

/**
 * How a picture that was made of a source is laid on the source's proportions. It fills them where they are nearly its own; else it is
 * cut in the middle, or ground is added on both sides.
 *
 * @param across its width over what its height would have with the source's proportions: above 1 it is too wide, below 1 too high
 */
public record Fitting(double across) {
    /** Nothing is cut or added. */
    public static final Fitting WHOLE = new Fitting(1);
    /** Proportions this near are taken as the same: services round sides to multiples of 16 or 32 pixels. */
    private static final double SAME = 0.02;
    /** So much of the longer side is cut at most; where it would be more, nothing is cut and ground is added. */
    private static final double MOST_CUT = 0.25;

    /** The fitting of a picture of one size on the proportions of another, all in pixels above 0. */
    public static Fitting of(int width, int height, int sourceWidth, int sourceHeight) {
        return new Fitting((double) width * sourceHeight / ((double) height * sourceWidth));
    }

    /** What part of the picture's longer side is cut away, 0 to a quarter; 0 where nothing is. */
    public double cut() {
        double excess = excess();
        return excess > SAME && excess <= MOST_CUT ? excess : 0;
    }

    /** What part of the whole is ground that was added, 0 to 1; 0 where nothing was. */
    public double added() {
        double excess = excess();
        return excess > MOST_CUT ? excess : 0;
    }

    private double excess() {
        return 1 - Math.min(across, 1 / across);
    }

    /** The picture as it is laid; the picture itself where nothing is cut or added. */
    Picture apply(Picture picture, Rgb ground) {
        boolean adds = added() > 0;
        if (!adds && cut() == 0) {
            return picture;
        }
        boolean onWidth = adds == across < 1;
        int width = onWidth ? side(picture.width() / across) : picture.width();
        int height = onWidth ? picture.height() : side(picture.height() * across);
        return laid(picture, ground, Picture.blank(width, height));
    }

    private static int side(double exact) {
        return (int) Math.max(1, Math.round(exact));
    }

    private static Picture laid(Picture picture, Rgb ground, Picture to) {
        int left = (picture.width() - to.width()) / 2;
        int top = (picture.height() - to.height()) / 2;
        for (int y = 0; y < to.height(); y++) {
            for (int x = 0; x < to.width(); x++) {
                to.set(x, y, at(picture, left + x, top + y, ground));
            }
        }
        return to;
    }

    private static int at(Picture picture, int x, int y, Rgb ground) {
        boolean inside = x >= 0 && y >= 0 && x < picture.width() && y < picture.height();
        return inside ? picture.rgb(x, y) : ground.packed();
    }
}
