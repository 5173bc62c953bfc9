package dev.shuttle.loom.convert.grid;

import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;

/**
 * The pixels of strokes about as thin as a cell or thinner: what differs clearly from both its sides while the sides are more like
 * each other, and goes on for several cells.
 */
final class StrokePixels {
    static final byte NONE = -1;
    /** Less is a shade, not a stroke. */
    static final float LEAST_CONTRAST = 14;

    /** Two pixels further apart than this are not shades of one stroke, but a stroke and the gap beside it. */
    static final float SHADES = 56;

    /** The sides of a stroke differ by less than this part of what the stroke differs from either. */
    static final float ALIKE_SIDES = 0.7f;
    /** Strokes up to so many cells thick may fall apart where they pass from cell to cell. */
    private static final double THICKEST = 1.25;

    private static final int STROKE = 1;
    private static final int CROWDED = 2;

    private static final int BAND = 32;

    private final byte[] labels;
    private final int width;
    private final int height;
    private final double cellWidth;
    private final double cellHeight;
    private final LabelContrast contrast;
    private final LineKind kind;
    private final byte[] strokes;

    private StrokePixels(
            byte[] labels,
            int width,
            int height,
            double cellWidth,
            double cellHeight,
            LabelContrast contrast,
            LineKind kind) {
        this.labels = labels;
        this.width = width;
        this.height = height;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        this.contrast = contrast;
        this.kind = kind;
        this.strokes = new byte[width * height];
    }

    /** The stroke's label of each pixel, {@link #NONE} where there is none. */
    static byte[] of(
            byte[] labels,
            int width,
            int height,
            double cellWidth,
            double cellHeight,
            LabelContrast contrast,
            LineKind kind,
            RowBands bands) {
        StrokePixels pixels = new StrokePixels(labels, width, height, cellWidth, cellHeight, contrast, kind);
        bands.run(height, BAND, pixels::find);
        pixels.dropShort();
        return pixels.strokes;
    }

    private void find(int from, int to) {
        int wide = (int) Math.ceil(THICKEST * cellWidth);
        int high = (int) Math.ceil(THICKEST * cellHeight);
        int slant = Math.min(wide, high);
        LabelRuns runs = new LabelRuns(labels, width);
        for (int y = from; y < to; y++) {
            runs.moveTo(y);
            for (int x = 0; x < width; x++) {
                // nothing is as thin as that where the label goes on farther to one side
                int found = runs.left(x) > wide ? 0 : across(x, y, 1, 0, wide);
                found |= runs.up(x) > high ? 0 : across(x, y, 0, 1, high);
                found |= runs.upLeft(x) > slant ? 0 : across(x, y, 1, 1, slant);
                found |= runs.upRight(x) > slant ? 0 : across(x, y, 1, -1, slant);
                boolean ridge = found == STROKE;
                strokes[y * width + x] = ridge ? labels[y * width + x] : NONE;
            }
        }
    }

    /** {@link #STROKE} where the pixel belongs to one across the direction, {@link #CROWDED} where that has no room. */
    private int across(int x, int y, int dx, int dy, int thickest) {
        int before = reach(x, y, -dx, -dy, thickest);
        int after = before < 0 ? -1 : reach(x, y, dx, dy, thickest);
        if (after < 0 || before + after - 1 > thickest) {
            return 0;
        }
        int at = y * width + x;
        int step = dy * width + dx;
        int one = labels[at - before * step];
        int other = labels[at + after * step];
        float least = Math.min(contrast.apart(labels[at], one), contrast.apart(labels[at], other));
        if (contrast.apart(one, other) >= ALIKE_SIDES * least) {
            return 0;
        }
        double cell = dx == 0 ? cellHeight : dy == 0 ? cellWidth : Math.min(cellWidth, cellHeight);
        int room = (int) Math.ceil(kind.ground() * cell) - 1;
        boolean crowded = reach(x - before * dx, y - before * dy, -dx, -dy, room) >= 0
                || reach(x + after * dx, y + after * dy, dx, dy, room) >= 0;
        return crowded ? CROWDED : STROKE;
    }

    /** Steps to the first pixel that is clearly other, -1 where there is none near enough. */
    private int reach(int x, int y, int dx, int dy, int thickest) {
        int own = labels[y * width + x];
        for (int n = 1; n <= thickest; n++) {
            int px = x + n * dx;
            int py = y + n * dy;
            if (px < 0 || py < 0 || px >= width || py >= height) {
                return -1;
            }
            int label = labels[py * width + px];
            if (label != own && contrast.apart(own, label) >= kind.contrast()) {
                return n;
            }
        }
        return -1;
    }

    private void dropShort() {
        boolean[] seen = new boolean[strokes.length];
        Stroke stroke = new Stroke();
        for (int start = 0; start < strokes.length; start++) {
            if (strokes[start] >= 0 && !seen[start]) {
                stroke.collect(start, seen);
                if (stroke.length() < kind.length()) {
                    stroke.drop();
                }
            }
        }
    }

    /** Pixels that hang together, 8-connected. */
    private final class Stroke {
        private int[] pixels = new int[1024];
        private int size;
        private int left;
        private int right;
        private int top;
        private int bottom;

        void collect(int start, boolean[] seen) {
            size = 0;
            left = width;
            right = 0;
            top = height;
            bottom = 0;
            add(start, seen);
            for (int next = 0; next < size; next++) {
                int x = pixels[next] % width;
                int y = pixels[next] / width;
                for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                    for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                        int pixel = ny * width + nx;
                        if (strokes[pixel] >= 0 && !seen[pixel] && isOfOne(pixels[next], pixel)) {
                            add(pixel, seen);
                        }
                    }
                }
            }
        }

        /** The shades of a line are one stroke; a line and the gap beside it are not. */
        private boolean isOfOne(int pixel, int other) {
            return contrast.apart(strokes[pixel], strokes[other]) < SHADES;
        }

        private void add(int pixel, boolean[] seen) {
            if (size == pixels.length) {
                pixels = Arrays.copyOf(pixels, 2 * size);
            }
            pixels[size++] = pixel;
            seen[pixel] = true;
            left = Math.min(left, pixel % width);
            right = Math.max(right, pixel % width);
            top = Math.min(top, pixel / width);
            bottom = Math.max(bottom, pixel / width);
        }

        /** In cells. */
        double length() {
            return (right - left + 1) / cellWidth + (bottom - top + 1) / cellHeight;
        }

        void drop() {
            for (int i = 0; i < size; i++) {
                strokes[pixels[i]] = NONE;
            }
        }
    }
}
