package dev.shuttle.loom.convert.gradient;

import dev.shuttle.loom.convert.style.BoxMean;
import dev.shuttle.loom.convert.style.Planes;
import dev.shuttle.loom.work.RowBands;

/** How much the colour changes from cell to cell, at most, within three cells of each. */
final class Steepness {
    /** No gradient is drawn nearer to an edge. */
    private static final int REACH = 3;

    private Steepness() {}

    /**
     * Squared, one value a cell. Means over nine cells take the noise out, and leave a third of a line's or an edge's contrast.
     *
     * @param lines cells of lines, which are edges; may be empty
     */
    static float[] of(Planes planes, boolean[] lines, RowBands bands) {
        int width = planes.width();
        int height = planes.height();
        float[] steepest = new float[width * height];
        for (float[] plane : planes.all()) {
            float[] calm = BoxMean.of(plane, width, height, 1, bands);
            bands.run(height, 32, (from, to) -> {
                for (int y = from; y < to; y++) {
                    int last = (y + 1) * width - 1;
                    int below = y + 1 < height ? width : 0;
                    for (int i = y * width; i <= last; i++) {
                        float across = i < last ? calm[i + 1] - calm[i] : 0;
                        float down = calm[i + below] - calm[i];
                        steepest[i] += Math.max(across * across, down * down);
                    }
                }
            });
        }
        for (int i = 0; i < lines.length; i++) {
            steepest[i] = lines[i] ? Float.MAX_VALUE : steepest[i];
        }
        float[] across = new float[steepest.length];
        bands.run(height, 32, (from, to) -> {
            for (int y = from; y < to; y++) {
                for (int x = 0; x < width; x++) {
                    int i = y * width + x;
                    across[i] = most(steepest, i - Math.min(REACH, x), i + Math.min(REACH, width - 1 - x), 1);
                }
            }
        });
        bands.run(height, 32, (from, to) -> {
            for (int y = from; y < to; y++) {
                int first = -Math.min(REACH, y) * width;
                int last = Math.min(REACH, height - 1 - y) * width;
                for (int i = y * width; i < (y + 1) * width; i++) {
                    steepest[i] = most(across, i + first, i + last, width);
                }
            }
        });
        return steepest;
    }

    private static float most(float[] values, int first, int last, int step) {
        float most = 0;
        for (int i = first; i <= last; i += step) {
            most = Math.max(most, values[i]);
        }
        return most;
    }
}
