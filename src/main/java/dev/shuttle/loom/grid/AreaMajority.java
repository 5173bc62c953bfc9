package dev.shuttle.loom.grid;

import dev.shuttle.loom.work.RowBands;

/** A label map at the size of a grid: every cell shows the label that most of its area shows in the source. */
public final class AreaMajority {
    /** A stroke that shows on less of a cell than this does not claim it. */
    private static final float LEAST_SHARE = 0.2f;

    private AreaMajority() {}

    /** The label of each cell. Where the grid is the picture's own, {@code labels} themselves are returned. */
    public static byte[] of(byte[] labels, int width, int height, int ends, int lines, RowBands bands) {
        if (width == ends && height == lines) {
            return labels;
        }
        Taps across = Taps.of(width, ends);
        Taps down = Taps.of(height, lines);
        byte[] cells = new byte[Math.multiplyExact(ends, lines)];
        ThinStrokes strokes = new ThinStrokes(labels, width, height, ends, lines);
        bands.run(lines, 16, (from, to) -> {
            float[] votes = new float[256];
            int[] seen = new int[256];
            for (int line = from; line < to; line++) {
                for (int end = 0; end < ends; end++) {
                    cells[line * ends + end] =
                            (byte) majority(labels, width, across, end, down, line, votes, seen, strokes);
                }
            }
        });
        return cells;
    }

    private static int majority(
            byte[] labels,
            int width,
            Taps across,
            int end,
            Taps down,
            int line,
            float[] votes,
            int[] seen,
            ThinStrokes strokes) {
        float[] wx = across.weights(end);
        float[] wy = down.weights(line);
        int count = 0;
        for (int j = 0; j < wy.length; j++) {
            int at = (down.start(line) + j) * width + across.start(end);
            for (int i = 0; i < wx.length; i++) {
                int label = labels[at + i] & 255;
                if (votes[label] == 0) {
                    seen[count++] = label;
                }
                votes[label] += wy[j] * wx[i] + Float.MIN_NORMAL;
            }
        }
        int best = seen[0];
        for (int n = 1; n < count; n++) {
            best = votes[seen[n]] > votes[best] ? seen[n] : best;
        }
        best = strokes.areAtRisk() ? rescued(best, end, line, votes, seen, count, strokes) : best;
        for (int n = 0; n < count; n++) {
            votes[seen[n]] = 0;
        }
        return best;
    }

    /** The label of a thin stroke that runs through the cell; else the majority. */
    private static int rescued(
            int majority, int end, int line, float[] votes, int[] seen, int count, ThinStrokes strokes) {
        int best = majority;
        float most = LEAST_SHARE;
        for (int n = 0; n < count; n++) {
            int label = seen[n];
            if (label != majority && votes[label] > most && strokes.isIn(end, line, label)) {
                most = votes[label];
                best = label;
            }
        }
        return best;
    }
}
