package dev.shuttle.loom.convert.grid;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;

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
        Arrays.fill(sums, 0);
        float[] weights = down.weights(line);
        for (int j = 0; j < weights.length; j++) {
            int at = (down.start(line) + j) * sums.length;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weights[j] * (source.bgr()[at + i] & 255);
            }
        }
    }

    private static void row(float[] sums, Taps across, byte[] out, int at) {
        for (int end = 0; end < across.cells(); end++) {
            float[] weights = across.weights(end);
            int from = 3 * across.start(end);
            float b = 0.5f;
            float g = 0.5f;
            float r = 0.5f;
            for (int j = 0; j < weights.length; j++) {
                b += weights[j] * sums[from + 3 * j];
                g += weights[j] * sums[from + 3 * j + 1];
                r += weights[j] * sums[from + 3 * j + 2];
            }
            out[at + 3 * end] = (byte) Math.min(255, (int) b);
            out[at + 3 * end + 1] = (byte) Math.min(255, (int) g);
            out[at + 3 * end + 2] = (byte) Math.min(255, (int) r);
        }
    }
}
