package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * Styles some rows of a picture at a time, from those around them that the smoothing carries something over from: so only they
 * are held as planes, however large the picture.
 */
final class StyledBand {
    private static final RowBands ALONE = new RowBands(1);

    private final Picture picture;
    private final Style style;
    private final Surroundings.Rows surroundings;
    private final BandCalming calm;
    private final Tone tone;
    private final double reach;
    private final double aspect;
    private final int margin;
    private final float[][][] planes;
    private final EdgePreservingSmoothing smoothing;
    private final Sharpening sharpening;
    private final float[] sharp;
    private final float[] areas;

    /**
     * @param reach of the smoothing, in widths of a pixel; 0 where there is none
     * @param most how many rows are styled at a time, at most
     */
    StyledBand(Picture picture, Style style, Surroundings surroundings, double reach, double aspect, int most) {
        this.picture = picture;
        this.style = style;
        this.surroundings = surroundings.rows();
        this.tone = surroundings.tone(style);
        this.reach = reach;
        this.aspect = aspect;
        this.calm = surroundings.calm();
        this.margin = margin(reach / aspect, surroundings);
        int width = picture.width();
        int height = Math.min(picture.height(), most + 2 * margin);
        this.planes = new float[3][height][width];
        this.smoothing = new EdgePreservingSmoothing(width, reach > 0 ? height : 0, ALONE);
        this.sharpening = new Sharpening(width);
        this.sharp = new float[width];
        this.areas = new float[width];
    }

    /** Rows that are needed above and below those that are styled. */
    static int margin(double reachDown, Surroundings surroundings) {
        return EdgePreservingSmoothing.carries(reachDown) + surroundings.calm().margin() + Sharpening.REACH;
    }

    /** Writes the rows {@code from} to {@code to} of a picture of the same size. */
    void write(int from, int to, Picture styled) {
        int top = Math.max(0, from - margin);
        int bottom = Math.min(picture.height(), to + margin);
        int width = picture.width();
        for (int y = top; y < bottom; y++) {
            int row = y - top;
            PerceptualSpace.write(picture.bgr(), 3 * y * width, planes[0][row], planes[1][row], planes[2][row]);
        }
        if (reach > 0) {
            smoothing.run(planes, planes, bottom - top, reach, aspect, Surroundings.EDGE);
        }
        calm.apply(planes, bottom - top);
        int first = Math.max(top, from - Sharpening.REACH);
        int last = Math.min(bottom, to + Sharpening.REACH);
        for (int y = first; y < last; y++) {
            surroundings.calm(y, planes[0][y - top], planes[1][y - top], planes[2][y - top]);
        }
        for (int y = from; y < to; y++) {
            float[] lightness = planes[0][y - top];
            if (style.edges()) {
                sharpening.row(planes[0], y - top, first - top, last - top, sharp);
                lightness = sharp;
            }
            surroundings.areas(y, lightness, areas);
            tone.write(lightness, planes[1][y - top], planes[2][y - top], areas, styled.bgr(), 3 * y * width);
        }
    }
}
