package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.convert.grid.GridPicture;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a style takes from far around each pixel, worked out on a smaller copy of the picture, where it costs little: how slow
 * gradients are calmed (the fast guided filter of He and Sun 2015), and how light each area is. Both are straight lines of what the
 * pixel itself shows, whose two numbers change slowly and are taken between those of the small pixels; so edges stay where they are.
 * What is calmed over a pixel or two, of which no smaller copy is of use, is left to the bands of rows.
 */
final class Surroundings {
    /** Differences well above this stop the smoothing. */
    static final double EDGE = 12;
    /** What gradients are calmed over, in reaches of the smoothing. */
    private static final double AROUND = 4;
    /** The same in cells, where nothing else is smoothed. */
    private static final double NEAREST = 2;
    /** Ripple of lightness and colour that nobody would draw. */
    private static final double RIPPLE = 2;
    /** How far areas are looked over, as a part of the shorter side. */
    private static final double AREAS = 1 / 12.0;
    /** Steps of lightness and colour above this part areas. */
    private static final double AREAS_EDGE = 8;
    /** How many pixels the side of a small one has, at most. */
    private static final int COARSEST = 4;
    /** Small pixels that what is calmed over has in each direction, at least. */
    private static final int FINE = 3;
    /** The variance of lightness below which a pixel's own says nothing of its area's. */
    private static final float UNLIKE = 2;

    private static final int SHARE = 0;
    private static final int SLOPE = 4;
    private static final int BASE = 5;

    private final int width;
    private final int height;
    private final Planes planes;
    /** How much of a pixel stays, what is added to its lightness, a and b; how light its area is, by its own lightness. */
    private final float[][] numbers = new float[6][];

    private final double lightness;
    private final @Nullable OneHue hue;
    private final BandCalming calm;

    /** @param cell the side of a square as large as a cell of the grid, in widths of a pixel */
    Surroundings(Picture picture, Style style, double cell, double aspect, RowBands bands) {
        this.width = picture.width();
        this.height = picture.height();
        boolean calmed = style.smoothing() > 0 || style.redrawn();
        double areas = Math.max(2, AREAS * Math.min(width, height * aspect));
        double around = calmed ? Math.max(NEAREST, AROUND * style.smoothing()) * cell : areas;
        this.calm = calmed && part(around) == 1 && part(around / aspect) == 1
                ? new BandCalming((int) Math.ceil(around), (int) Math.ceil(around / aspect), RIPPLE)
                : BandCalming.NONE;
        double far = calm.isNone() ? around : areas;
        int across = part(far);
        int down = part(far / aspect);
        Picture small = GridPicture.of(picture, (width + across - 1) / across, (height + down - 1) / down, bands);
        this.planes = Planes.of(small, bands);
        double smallAspect = aspect * down / across;
        if (style.smoothing() > 0) {
            smooth(planes.all(), style.smoothing() * cell / across, smallAspect, EDGE, bands);
        }
        if (calmed && calm.isNone()) {
            int radius = (int) Math.ceil(around / across);
            int below = (int) Math.ceil(around / aspect / down);
            Flattening flattening = Flattening.of(planes, radius, below, RIPPLE, bands);
            flattening.apply(planes);
            numbers[SHARE] = flattening.share();
            System.arraycopy(flattening.offsets(), 0, numbers, SHARE + 1, 3);
        }
        this.hue = style.oneHue() ? OneHue.of(planes) : null;
        this.lightness = style.contrast() == 1 ? 0 : areas(areas / across, smallAspect, bands);
    }

    private static int part(double around) {
        return (int) Math.max(1, Math.min(COARSEST, around / FINE));
    }

    private void smooth(float[][] targets, double reach, double aspect, double edge, RowBands bands) {
        float[][][] guide = rows(planes.all());
        float[][][] rows = targets.length == 3 ? guide : rows(targets);
        new EdgePreservingSmoothing(planes.width, planes.height, bands)
                .run(rows, guide, planes.height, reach, aspect, edge);
        for (int plane = 0; plane < targets.length; plane++) {
            for (int y = 0; y < planes.height; y++) {
                System.arraycopy(rows[plane][y], 0, targets[plane], y * planes.width, planes.width);
            }
        }
    }

    private float[][][] rows(float[][] flat) {
        float[][][] rows = new float[flat.length][planes.height][];
        for (int plane = 0; plane < flat.length; plane++) {
            for (int y = 0; y < planes.height; y++) {
                rows[plane][y] = Arrays.copyOfRange(flat[plane], y * planes.width, (y + 1) * planes.width);
            }
        }
        return rows;
    }

    /** Finds how light areas are; returns the mean. */
    private double areas(double reach, double aspect, RowBands bands) {
        float[] own = planes.lightness;
        float[] areas = own.clone();
        smooth(new float[][] {areas}, reach, aspect, AREAS_EDGE, bands);
        double sum = 0;
        for (float area : areas) {
            sum += area;
        }
        float[] slopes = new float[areas.length];
        float[] bases = areas.clone();
        if (planes.width < width || planes.height < height) {
            lines(own, areas, slopes, bases, bands);
        }
        numbers[SLOPE] = slopes;
        numbers[BASE] = bases;
        return sum / areas.length;
    }

    /** By which line an area's lightness follows that of its pixels, around each small pixel. */
    private void lines(float[] own, float[] areas, float[] slopes, float[] bases, RowBands bands) {
        float[] square = new float[own.length];
        float[] product = new float[own.length];
        for (int i = 0; i < own.length; i++) {
            square[i] = own[i] * own[i];
            product[i] = own[i] * areas[i];
        }
        float[] mean = mean(own.clone(), bands);
        float[] areaMean = mean(areas.clone(), bands);
        mean(square, bands);
        mean(product, bands);
        for (int i = 0; i < own.length; i++) {
            float variance = Math.max(0, square[i] - mean[i] * mean[i]);
            slopes[i] = (product[i] - mean[i] * areaMean[i]) / (variance + UNLIKE);
            bases[i] = areaMean[i] - slopes[i] * mean[i];
        }
        mean(slopes, bands);
        mean(bases, bands);
    }

    private float[] mean(float[] plane, RowBands bands) {
        BoxMean.inPlace(plane, planes.width, planes.height, 1, bands);
        return plane;
    }

    /** What a style does to each pixel by itself. */
    Tone tone(Style style) {
        return new Tone(style, lightness, hue);
    }

    /** What is left to be done of the calming where the picture itself is looked at: a copy would be as large. */
    BandCalming calm() {
        return calm;
    }

    /** For one worker, who goes over the rows of the picture. */
    Rows rows() {
        return new Rows();
    }

    /** The numbers of one row of the picture after another. */
    final class Rows {
        private final int[] left = new int[width];
        private final float[] part = new float[width];
        private final float[][] between = new float[numbers.length][planes.width + 1];

        Rows() {
            double scale = (double) planes.width / width;
            for (int x = 0; x < width; x++) {
                double place = Math.max(0, Math.min(planes.width - 1.0, (x + 0.5) * scale - 0.5));
                left[x] = (int) place;
                part[x] = (float) (place - left[x]);
            }
        }

        /** Takes the ripple out of a row. */
        void calm(int y, float[] l, float[] a, float[] b) {
            if (numbers[SHARE] == null) {
                return;
            }
            for (int n = SHARE; n < SLOPE; n++) {
                row(y, n);
            }
            float[] share = between[SHARE];
            float[] toL = between[SHARE + 1];
            float[] toA = between[SHARE + 2];
            float[] toB = between[SHARE + 3];
            for (int x = 0; x < width; x++) {
                int i = left[x];
                float p = part[x];
                float stays = share[i] + p * (share[i + 1] - share[i]);
                l[x] = stays * l[x] + toL[i] + p * (toL[i + 1] - toL[i]);
                a[x] = stays * a[x] + toA[i] + p * (toA[i + 1] - toA[i]);
                b[x] = stays * b[x] + toB[i] + p * (toB[i + 1] - toB[i]);
            }
        }

        /** Writes how light the area of each pixel of a row is. */
        void areas(int y, float[] l, float[] to) {
            if (numbers[SLOPE] == null) {
                return;
            }
            row(y, SLOPE);
            row(y, BASE);
            float[] slopes = between[SLOPE];
            float[] bases = between[BASE];
            for (int x = 0; x < width; x++) {
                int i = left[x];
                float p = part[x];
                float slope = slopes[i] + p * (slopes[i + 1] - slopes[i]);
                to[x] = slope * l[x] + bases[i] + p * (bases[i + 1] - bases[i]);
            }
        }

        private void row(int y, int number) {
            double place = (y + 0.5) * planes.height / height - 0.5;
            place = Math.max(0, Math.min(planes.height - 1.0, place));
            int above = ((int) place) * planes.width;
            int below = Math.min(planes.height - 1, (int) place + 1) * planes.width;
            float p = (float) (place - (int) place);
            float[] from = numbers[number];
            float[] to = between[number];
            for (int x = 0; x < planes.width; x++) {
                to[x] = from[above + x] + p * (from[below + x] - from[above + x]);
            }
            to[planes.width] = to[planes.width - 1];
        }
    }
}
