package dev.shuttle.loom.convert.grid;

import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;

/**
 * The cells that lines thinner than a yarn run through: each line is kept one cell thick and whole, 4-connected, so
 * that it is woven as a line and not as dashes.
 */
public final class LineCells {
    static final byte NONE = -1;
    /** By how much a detour over a mixture of two colours is longer than the way between them, at most. */
    private static final float DETOUR = 1.15f;

    private static final int EVENING = 3;
    /** A line of a colour of its own has that many cells of it around. */
    private static final int GOES_ON = 2;

    private final int ends;
    private final int lines;
    private final byte[] cells;
    private final LabelContrast contrast;
    /** How much of a cell stroke pixels cover, 0 to 1. */
    private final float[] cover;
    /** The stroke's label, or {@link #NONE}. */
    private byte[] labels;

    private LineCells(byte[] cells, int ends, int lines, LabelContrast contrast) {
        this.ends = ends;
        this.lines = lines;
        this.cells = cells;
        this.contrast = contrast;
        this.cover = new float[cells.length];
        this.labels = new byte[cells.length];
        Arrays.fill(labels, NONE);
    }

    /**
     * Draws the lines of a picture into the cells made of it.
     *
     * @param labels one a pixel
     * @param cells changed in place
     * @param kind which lines
     * @return which cells are a line's
     */
    public static boolean[] draw(
            byte[] labels,
            int width,
            int height,
            byte[] cells,
            int ends,
            int lines,
            LabelContrast contrast,
            LineKind kind,
            RowBands bands) {
        LineCells drawing = new LineCells(cells, ends, lines, contrast);
        byte[] strokes = StrokePixels.of(
                labels, width, height, (double) width / ends, (double) height / lines, contrast, kind, bands);
        drawing.cover(strokes, width, height);
        for (int round = 0; round < EVENING; round++) {
            drawing.even();
        }
        drawing.close();
        new LineThinning(drawing.labels, drawing.cover, ends, lines, drawing::isOfLine).run();
        return drawing.write();
    }

    private void cover(byte[] strokes, int width, int height) {
        double across = (double) ends / width;
        double down = (double) lines / height;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (strokes[y * width + x] >= 0) {
                    cover(strokes[y * width + x], x * across, (x + 1) * across, y * down, (y + 1) * down);
                }
            }
        }
    }

    private void cover(byte label, double left, double right, double top, double bottom) {
        for (int line = (int) top; line < Math.min(lines, bottom - 1e-9); line++) {
            double high = Math.min(bottom, line + 1) - Math.max(top, line);
            for (int end = (int) left; end < Math.min(ends, right - 1e-9); end++) {
                int cell = line * ends + end;
                cover[cell] += (float) (high * (Math.min(right, end + 1) - Math.max(left, end)));
                if (labels[cell] == NONE || strength(cell, label) > strength(cell, labels[cell])) {
                    labels[cell] = label;
                }
            }
        }
    }

    /** How clearly a line of the label shows on what the cell shows without it. */
    private float strength(int cell, byte label) {
        return contrast.apart(cells[cell], label);
    }

    /** Where a line has faded towards its ground it gets the colour that it has beside. */
    private void even() {
        byte[] evened = labels.clone();
        for (int line = 1; line < lines - 1; line++) {
            for (int end = 1; end < ends - 1; end++) {
                int cell = line * ends + end;
                if (labels[cell] != NONE) {
                    evened[cell] = strongest(cell);
                }
            }
        }
        labels = evened;
    }

    private byte strongest(int cell) {
        byte best = labels[cell];
        int company = -1;
        for (int row = -1; row <= 1; row++) {
            for (int n = cell + row * ends - 1; n <= cell + row * ends + 1; n++) {
                company += labels[n] == labels[cell] ? 1 : 0;
                if (labels[n] != NONE && cells[n] == cells[cell] && isFaded(cell, labels[n], best)) {
                    best = labels[n];
                }
            }
        }
        return company < GOES_ON ? best : labels[cell];
    }

    /** Whether {@code label} is a mixture of the cell's ground and the line's colour. */
    private boolean isFaded(int cell, byte line, byte label) {
        float whole = strength(cell, line);
        float detour = strength(cell, label) + contrast.apart(label, line);
        return strength(cell, label) < whole && detour < DETOUR * whole;
    }

    /** Where a line goes on only across a corner, one of the two cells beside the corner joins it. */
    private void close() {
        for (int line = 0; line + 1 < lines; line++) {
            for (int end = 0; end + 1 < ends; end++) {
                int cell = line * ends + end;
                if ((labels[cell] & labels[cell + 1] & labels[cell + ends] & labels[cell + ends + 1]) == NONE) {
                    continue; // no line is near, as in most places
                }
                join(cell, cell + ends + 1, cell + 1, cell + ends);
                join(cell + 1, cell + ends, cell, cell + ends + 1);
            }
        }
    }

    private void join(int one, int other, int corner, int opposite) {
        int line = labels[one] != NONE ? one : other;
        if (labels[line] != NONE
                && isOfLine(one, line)
                && isOfLine(other, line)
                && !isOfLine(corner, line)
                && !isOfLine(opposite, line)) {
            labels[corner] = labels[line];
        }
    }

    private boolean isAlike(byte one, byte other) {
        return contrast.apart(one, other) < StrokePixels.LEAST_CONTRAST;
    }

    /** Whether a cell shows what the line shows, as part of it or by its own majority. */
    private boolean isOfLine(int cell, int line) {
        return labels[cell] == NONE
                ? isAlike(cells[cell], labels[line])
                : contrast.apart(labels[cell], labels[line]) < StrokePixels.SHADES;
    }

    private boolean[] write() {
        boolean[] drawn = new boolean[cells.length];
        for (int i = 0; i < cells.length; i++) {
            if (labels[i] != NONE && !isAlike(labels[i], cells[i])) {
                drawn[i] = true;
                cells[i] = labels[i];
            }
        }
        return drawn;
    }
}
