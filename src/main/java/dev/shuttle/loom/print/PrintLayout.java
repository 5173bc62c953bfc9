package dev.shuttle.loom.print;

import dev.shuttle.loom.design.PointPaper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a point paper is cut into sheets; lengths in points, 1/72 inch.
 *
 * @param width of a page
 * @param height of a page
 * @param cellWidth of one end
 * @param cellHeight of one line
 * @param ends on a page
 * @param lines on a page
 */
record PrintLayout(float width, float height, float cellWidth, float cellHeight, int ends, int lines) {
    /** Cells that a page has in common with the next one, to glue it on. */
    static final int OVERLAP = 8;

    static final float MARGIN = 28;
    static final float RULER = 22;
    private static final float MM = 72 / 25.4f;
    /** The shorter side of a cell, where there is room. */
    private static final float CELL = 2 * MM;

    private static final float SMALLEST = 0.5f * MM;
    /** So that the usual print can be laid out on a table. */
    private static final int MOST_UNASKED = 32;

    private static final int MOST_PAGES = 80;

    /** One page's part of the paper: from (inclusive) to (exclusive). */
    record Part(int left, int top, int right, int bottom) {
        /** The label of all its cells; below 0 where there are two. */
        int only(PointPaper paper) {
            byte first = paper.labels()[top * paper.ends() + left];
            for (int line = top; line < bottom; line++) {
                for (int at = line * paper.ends() + left; at < line * paper.ends() + right; at++) {
                    if (paper.labels()[at] != first) {
                        return -1;
                    }
                }
            }
            return Byte.toUnsignedInt(first);
        }
    }

    /**
     * The largest cells up to 2 mm that need no more than 80 sheets, and none smaller than half a millimetre; 32 sheets A4 where
     * nobody asks.
     *
     * @param size null where nobody asks
     */
    static PrintLayout of(PointPaper paper, @Nullable PrintSize size) {
        PrintSize sheet = size == null ? PrintSize.A4 : size;
        boolean overview = sheet == PrintSize.OVERVIEW;
        int most = overview ? 1 : size == null ? MOST_UNASKED : MOST_PAGES;
        float smallest = overview ? 0 : SMALLEST;
        float cell = CELL;
        PrintLayout layout = best(paper, cell, sheet);
        while (layout.parts(paper).size() > most && cell > smallest) {
            cell = Math.max(smallest, cell * (overview ? 0.98f : 0.9f));
            layout = best(paper, cell, sheet);
        }
        return sheet == PrintSize.ROLL ? layout.trimmed(paper) : layout;
    }

    private static PrintLayout best(PointPaper paper, float cell, PrintSize sheet) {
        PrintLayout upright = of(paper, cell, sheet.width(), sheet.height());
        PrintLayout lying = of(paper, cell, sheet.height(), sheet.width());
        return lying.parts(paper).size() < upright.parts(paper).size() ? lying : upright;
    }

    private static PrintLayout of(PointPaper paper, float cell, float width, float height) {
        double proportion = paper.density().cellProportion();
        float cellWidth = (float) (proportion < 1 ? cell / proportion : cell);
        float cellHeight = (float) (proportion < 1 ? cell : cell * proportion);
        int ends = (int) ((width - 2 * MARGIN - RULER) / cellWidth);
        int lines = (int) ((height - 2 * MARGIN - RULER) / cellHeight);
        return new PrintLayout(
                width, height, cellWidth, cellHeight, Math.max(2 * OVERLAP, ends), Math.max(2 * OVERLAP, lines));
    }

    /** A page no longer or wider than what is on it. */
    private PrintLayout trimmed(PointPaper paper) {
        float room = 2 * MARGIN + RULER;
        return new PrintLayout(
                Math.min(width, room + Math.min(ends, paper.ends()) * cellWidth),
                Math.min(height, room + Math.min(lines, paper.lines()) * cellHeight),
                cellWidth,
                cellHeight,
                ends,
                lines);
    }

    /** The pages, row after row. */
    List<Part> parts(PointPaper paper) {
        List<Part> parts = new ArrayList<>();
        for (int top = 0; top == 0 || top + OVERLAP < paper.lines(); top += lines - OVERLAP) {
            for (int left = 0; left == 0 || left + OVERLAP < paper.ends(); left += ends - OVERLAP) {
                parts.add(
                        new Part(left, top, Math.min(paper.ends(), left + ends), Math.min(paper.lines(), top + lines)));
            }
        }
        return parts;
    }

    /** Where the left border of an end lies on its page. */
    float x(Part part, int end) {
        return MARGIN + RULER + (end - part.left()) * cellWidth;
    }

    /** Where the upper border of a line lies; y grows upwards. */
    float y(Part part, int line) {
        return height - MARGIN - RULER - (line - part.top()) * cellHeight;
    }
}
