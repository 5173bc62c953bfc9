package dev.shuttle.loom.convert.style;

/**
 * Makes soft edges hard without halos: lightness is moved away from its near surroundings, but never beyond the
 * darkest and lightest pixel beside it.
 */
final class Sharpening {
    private static final float AMOUNT = 1.5f;
    /** How far the near surroundings go, pixels. */
    static final int REACH = 2;

    private final int width;
    private final float[] sums;
    private final float[] lows;
    private final float[] highs;

    Sharpening(int width) {
        this.width = width;
        this.sums = new float[width];
        this.lows = new float[width];
        this.highs = new float[width];
    }

    /**
     * Sharpens one row.
     *
     * @param lightness rows of the picture, left as they are
     * @param top the first row that counts, likewise {@code bottom} the one below the last
     */
    void row(float[][] lightness, int y, int top, int bottom, float[] to) {
        int first = Math.max(top, y - REACH);
        int last = Math.min(bottom - 1, y + REACH);
        System.arraycopy(lightness[first], 0, sums, 0, width);
        for (int row = first + 1; row <= last; row++) {
            add(lightness[row]);
        }
        extremes(lightness[y], lightness[Math.max(top, y - 1)], lightness[Math.min(bottom - 1, y + 1)]);
        int rows = last - first + 1;
        inside(lightness[y], 1f / (rows * (2 * REACH + 1)), to);
        for (int x = 0; x < Math.min(REACH, width); x++) {
            atBorder(lightness[y], x, rows, to);
            atBorder(lightness[y], width - 1 - x, rows, to);
        }
    }

    private void add(float[] row) {
        for (int x = 0; x < width; x++) {
            sums[x] += row[x];
        }
    }

    private void extremes(float[] row, float[] above, float[] below) {
        for (int x = 0; x < width; x++) {
            lows[x] = Math.min(row[x], Math.min(above[x], below[x]));
        }
        for (int x = 0; x < width; x++) {
            highs[x] = Math.max(row[x], Math.max(above[x], below[x]));
        }
    }

    private void inside(float[] row, float part, float[] to) {
        for (int x = REACH; x < width - REACH; x++) {
            float mean = part * (sums[x - 2] + sums[x - 1] + sums[x] + sums[x + 1] + sums[x + 2]);
            float low = Math.min(lows[x], Math.min(lows[x - 1], lows[x + 1]));
            float high = Math.max(highs[x], Math.max(highs[x - 1], highs[x + 1]));
            to[x] = Math.max(low, Math.min(high, row[x] + AMOUNT * (row[x] - mean)));
        }
    }

    private void atBorder(float[] row, int x, int rows, float[] to) {
        float sum = 0;
        int from = Math.max(0, x - REACH);
        int end = Math.min(width, x + REACH + 1);
        for (int i = from; i < end; i++) {
            sum += sums[i];
        }
        int left = Math.max(0, x - 1);
        int right = Math.min(width - 1, x + 1);
        float low = Math.min(lows[x], Math.min(lows[left], lows[right]));
        float high = Math.max(highs[x], Math.max(highs[left], highs[right]));
        float mean = sum / (rows * (end - from));
        to[x] = Math.max(low, Math.min(high, row[x] + AMOUNT * (row[x] - mean)));
    }
}
