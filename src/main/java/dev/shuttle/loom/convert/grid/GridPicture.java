package dev.shuttle.loom.convert.grid;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/** A picture at the size of a grid: the mean colour of what each cell covers. */
public final class GridPicture {
    private GridPicture() {}

    public static Picture of(Picture source, int ends, int lines, RowBands bands) {
        if (source.width() == ends && source.height() == lines) {
            return source;
        }
        return rows(source, ends, lines, 0, lines, bands);
    }

    /** Some lines of it alone, {@code count} from {@code top} on. */
    public static Picture rows(Picture source, int ends, int lines, int top, int count, RowBands bands) {
        Taps across = Taps.of(source.width(), ends);
        Taps down = Taps.of(source.height(), lines);
        Picture scaled = Picture.blank(ends, count);
        bands.run(count, 16, (from, to) -> {
            float[] sums = new float[3 * source.width()];
            for (int line = from; line < to; line++) {
                sumColumns(source, down, top + line, sums);
                row(sums, across, scaled.bgr(), 3 * line * ends);
            }
        });
        return scaled;
    }

    private static void sumColumns(Picture source, Taps down, int line, float[] sums) {
        byte[] bgr = source.bgr();
        float[] weights = down.weights(line);
        int at = down.start(line) * sums.length;
        float first = weights[0];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = first * (bgr[at + i] & 255);
        }
        for (int j = 1; j < weights.length; j++) {
            at += sums.length;
            float weight = weights[j];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * (bgr[at + i] & 255);
            }
        }
    }

    private static void row(float[] sums, Taps across, byte[] out, int at) {
        for (int end = 0, to = at; end < across.cells(); end++, to += 3) {
            float[] weights = across.weights(end);
            int from = 3 * across.start(end);
            float b = 0.5f;
            float g = 0.5f;
            float r = 0.5f;
            for (float weight : weights) {
                b += weight * sums[from];
                g += weight * sums[from + 1];
                r += weight * sums[from + 2];
                from += 3;
            }
            // a mean of levels is none below 0, and above 255 by rounding at most
            out[to] = (byte) Math.min(255, (int) b);
            out[to + 1] = (byte) Math.min(255, (int) g);
            out[to + 2] = (byte) Math.min(255, (int) r);
        }
    }
}
