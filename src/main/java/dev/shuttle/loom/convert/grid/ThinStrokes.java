package dev.shuttle.loom.convert.grid;

/**
 * Rescues strokes thinner than a cell, which lose the majority in every cell they cross: a stroke at least half a cell
 * wide is given the one cell that its middle lies in, row after row, and so stays whole and one yarn thick.
 */
final class ThinStrokes {
    private static final double LEAST_WIDTH = 0.5;

    /** Shares come in steps of 1/255. */
    private static final double ROUNDING = 0.02;

    private final PixelShares pixels;
    private final byte[] labels;
    private final int width;
    private final int height;
    private final double cellWidth;
    private final double cellHeight;

    ThinStrokes(PixelShares pixels, int width, int height, int ends, int lines) {
        this.pixels = pixels;
        this.labels = pixels.labels();
        this.width = width;
        this.height = height;
        this.cellWidth = (double) width / ends;
        this.cellHeight = (double) height / lines;
    }

    /** Whether strokes can get lost at all: only where a cell covers more than one pixel. */
    boolean areAtRisk() {
        return cellWidth > 1 || cellHeight > 1;
    }

    /** Whether a stroke of {@code label} has its middle in the cell. */
    boolean isIn(int end, int line, int label) {
        int x = clamp((end + 0.5) * cellWidth, width);
        int y = clamp((line + 0.5) * cellHeight, height);
        return hasUpright(end, x, y, label) || hasLevel(line, x, y, label);
    }

    private static int clamp(double at, int size) {
        return (int) Math.max(0, Math.min(size - 1, at));
    }

    private boolean hasUpright(int end, int x, int y, int label) {
        int reach = (int) Math.ceil(cellWidth / 2);
        int hit = nearest(x, y, 1, 0, reach, label);
        if (hit < 0) {
            return false;
        }
        int from = hit;
        int to = hit;
        while (from > 0 && is(from - 1, y, label) && to - from <= cellWidth) {
            from--;
        }
        while (to < width - 1 && is(to + 1, y, label) && to - from <= cellWidth) {
            to++;
        }
        double left = from - share(from - 1, y, label) + lost(from, y, label);
        double right = to + 1 + share(to + 1, y, label) - (to > from ? lost(to, y, label) : 0);
        boolean middle = (int) ((left + right) / 2 / cellWidth) == end;
        return middle && isThin(right - left, cellWidth) && goesOn(from, to, y, label, true);
    }

    private boolean hasLevel(int line, int x, int y, int label) {
        int reach = (int) Math.ceil(cellHeight / 2);
        int hit = nearest(x, y, 0, 1, reach, label);
        if (hit < 0) {
            return false;
        }
        int from = hit;
        int to = hit;
        while (from > 0 && is(x, from - 1, label) && to - from <= cellHeight) {
            from--;
        }
        while (to < height - 1 && is(x, to + 1, label) && to - from <= cellHeight) {
            to++;
        }
        double top = from - share(x, from - 1, label) + lost(x, from, label);
        double bottom = to + 1 + share(x, to + 1, label) - (to > from ? lost(x, to, label) : 0);
        boolean middle = (int) ((top + bottom) / 2 / cellHeight) == line;
        return middle && isThin(bottom - top, cellHeight) && goesOn(from, to, x, label, false);
    }

    private static boolean isThin(double run, double cell) {
        return run >= LEAST_WIDTH * cell - ROUNDING && run <= cell;
    }

    /** How much the label has of the pixel next to its run. */
    private double share(int x, int y, int label) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : pixels.share(y * width + x, label);
    }

    /** How much the label lacks of a pixel at the end of its run. */
    private double lost(int x, int y, int label) {
        return 1 - share(x, y, label);
    }

    /** The coordinate, along the step, of the nearest pixel of the label; -1 where none is within reach. */
    private int nearest(int x, int y, int dx, int dy, int reach, int label) {
        for (int n = 0; n <= reach; n++) {
            for (int side = -1; side <= 1; side += 2) {
                int px = x + side * n * dx;
                int py = y + side * n * dy;
                if (px >= 0 && px < width && py >= 0 && py < height && is(px, py, label)) {
                    return dx == 1 ? px : py;
                }
            }
        }
        return -1;
    }

    /** Whether the label is found again one and two cells further along the stroke, on at least one side. */
    private boolean goesOn(int from, int to, int at, int label, boolean upright) {
        double step = upright ? cellHeight : cellWidth;
        double drift = upright ? cellWidth : cellHeight;
        for (int side = -1; side <= 1; side += 2) {
            boolean found = true;
            for (int n = 1; n <= 2; n++) {
                int slack = (int) Math.ceil(n * drift);
                found &= isBetween(from - slack, to + slack, (int) (at + side * n * step), label, upright);
            }
            if (found) {
                return true;
            }
        }
        return false;
    }

    private boolean isBetween(int from, int to, int at, int label, boolean upright) {
        if (at < 0 || at >= (upright ? height : width)) {
            return false;
        }
        int last = Math.min(to, (upright ? width : height) - 1);
        for (int i = Math.max(0, from); i <= last; i++) {
            if (upright ? is(i, at, label) : is(at, i, label)) {
                return true;
            }
        }
        return false;
    }

    private boolean is(int x, int y, int label) {
        return (labels[y * width + x] & 255) == label;
    }
}
