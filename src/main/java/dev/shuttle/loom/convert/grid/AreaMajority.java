package dev.shuttle.loom.convert.grid;

import dev.shuttle.loom.work.RowBands;

/** A label map at the size of a grid: every cell shows the label that most of its area shows in the source. */
public final class AreaMajority {
    /** A stroke that shows on less of a cell than this does not claim it. */
    private static final float LEAST_SHARE = 0.2f;

    private AreaMajority() {}

    /** The label of each cell. Where the grid is the picture's own, {@code labels} themselves are returned. */
    public static byte[] of(byte[] labels, int width, int height, int ends, int lines, RowBands bands) {
        return of(PixelShares.whole(labels), width, height, ends, lines, bands);
    }

    /** The same for pixels that may be of two labels. */
    public static byte[] of(PixelShares pixels, int width, int height, int ends, int lines, RowBands bands) {
        if (width == ends && height == lines) {
            return pixels.labels();
        }
        Taps across = Taps.of(width, ends);
        Taps down = Taps.of(height, lines);
        byte[] cells = new byte[Math.multiplyExact(ends, lines)];
        ThinStrokes strokes = new ThinStrokes(pixels, width, height, ends, lines);
        bands.run(lines, 16, (from, to) -> {
            float[] votes = new float[256];
            int[] seen = new int[256];
            for (int line = from; line < to; line++) {
                for (int end = 0; end < ends; end++) {
                    cells[line * ends + end] =
                            (byte) majority(pixels, width, across, end, down, line, votes, seen, strokes);
                }
            }
        });
        return cells;
    }

    private static int majority(
            PixelShares pixels,
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
                int label = pixels.labels()[at + i];
                float part = pixels.part(at + i);
                count = vote(label, wy[j] * wx[i] * (1 - part), votes, seen, count);
                if (part > 0) {
                    count = vote(pixels.other(at + i), wy[j] * wx[i] * part, votes, seen, count);
                }
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

    private static int vote(int label, float weight, float[] votes, int[] seen, int count) {
        boolean first = votes[label] == 0;
        if (first) {
            seen[count] = label;
        }
        votes[label] += weight + Float.MIN_NORMAL;
        return first ? count + 1 : count;
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
