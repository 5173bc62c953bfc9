package dev.shuttle.loom.print;

import dev.shuttle.loom.design.PointPaper;
import java.util.ArrayList;
import java.util.List;

/**
 * How a point paper is cut into A4 pages; lengths in points, 1/72 inch.
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
    private static final float A4_SHORT = 595.28f;
    private static final float A4_LONG = 841.89f;
    private static final float MM = 72 / 25.4f;
    /** The shorter side of a cell, where there is room. */
    private static final float CELL = 2 * MM;

    private static final float SMALLEST = 0.5f * MM;
    private static final int MOST_PAGES = 80;

    /** One page's part of the paper: from (inclusive) to (exclusive). */
    record Part(int left, int top, int right, int bottom) {}

    /** The largest cells up to 2 mm that need no more than 80 pages, and none smaller than half a millimetre. */
    static PrintLayout of(PointPaper paper) {
        float cell = CELL;
        PrintLayout layout = best(paper, cell);
        while (layout.parts(paper).size() > MOST_PAGES && cell > SMALLEST) {
            cell = Math.max(SMALLEST, cell * 0.9f);
            layout = best(paper, cell);
        }
        return layout;
    }

    private static PrintLayout best(PointPaper paper, float cell) {
        PrintLayout upright = of(paper, cell, A4_SHORT, A4_LONG);
        PrintLayout lying = of(paper, cell, A4_LONG, A4_SHORT);
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
