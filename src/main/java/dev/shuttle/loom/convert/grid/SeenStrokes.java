package dev.shuttle.loom.convert.grid;

import dev.shuttle.loom.convert.grid.WholeStrokes.LabelMisfit;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * Draws whole into a label map the strokes that a picture shows, whatever became of their labels: each is followed in the
 * colours of the picture over all grounds that it crosses, and where the map shows it nowhere near it gets the label that
 * shows it best. The clearest come first; no other is drawn over them.
 */
final class SeenStrokes {
    /** How many times worse than its own a stroke's label may suit a cell: a stroke has less than all of it. */
    private static final float SUITS = 8;
    /** The same in a photograph, where no colour is sure. */
    private static final float SUITS_SEEN = 1.2f;

    private static final float ROUNDING = 12;
    /** What a label shows at least of a stroke, of what the picture shows of it. */
    private static final float PART = 0.5f;
    /** A stroke wider than this, in cells, is not seen only where something covers it. */
    private static final float COVERED = 0.35f;
    /** As little counts as wide as this. */
    private static final float THINNEST = 0.3f;
    /** Squared cells from the end of a piece within which no other one begins. */
    private static final int NEAR = 9;

    private static final float DIAGONAL = 0.7071f;

    private final Picture picture;
    private final byte[] cells;
    private final StrokeColours colours;
    private final LabelMisfit misfit;
    private final LineKind kind;
    private final ThinCells thin;
    private final StrokeEvidence evidence;
    private final StrokeTracer tracer;
    private final Ridges ridges;
    private final RidgePieces pieces;
    private final int ends;
    private final boolean[] strokes;
    /** Cells that a stroke has, of whatever width. */
    private final boolean[] claimed;

    /**
     * @param picture one pixel a cell, the mean of what it shows
     * @param cells changed in place
     */
    SeenStrokes(
            Picture picture,
            byte[] cells,
            ThinCells thin,
            StrokeColours colours,
            LabelMisfit misfit,
            LineKind kind,
            RowBands bands) {
        this.picture = picture;
        this.cells = cells;
        this.thin = thin;
        this.colours = colours;
        this.misfit = misfit;
        this.kind = kind;
        this.ends = picture.width();
        this.evidence = new StrokeEvidence(picture);
        this.tracer = new StrokeTracer(evidence, ends, picture.height());
        this.ridges = Ridges.of(picture, kind.ridge(), bands);
        this.pieces = new RidgePieces(ridges, ends, picture.height(), kind).find();
        this.strokes = new boolean[cells.length];
        this.claimed = new boolean[cells.length];
    }

    /** Draws them all. */
    void draw() {
        for (int piece : pieces.strongestFirst()) {
            int[] all = pieces.cells(piece);
            for (int cell : all) {
                drawRidge(cell);
            }
            int one = pieces.furthestEnd(piece, all[0]);
            if (one != RidgePieces.NONE) {
                goOn(one);
                int other = pieces.furthestEnd(piece, one);
                if (other != one) {
                    goOn(other);
                }
            }
        }
    }

    /** Cells one thick that are a stroke's. */
    boolean[] strokes() {
        return strokes;
    }

    /** Whether a stroke has the cell, of whatever width. */
    boolean isClaimed(int cell) {
        return claimed[cell];
    }

    private void drawRidge(int cell) {
        int x = cell % ends;
        int y = cell / ends;
        int way = ridges.way(cell);
        float length = way < 2 ? 1 : DIAGONAL;
        evidence.look(x + 0.5f, y + 0.5f, length * Ridges.DX[way], length * Ridges.DY[way], picture.rgb(x, y));
        int step = Ridges.DY[way] * ends + Ridges.DX[way];
        draw(cell, cell + step, cell - step, evidence.ground, picture.rgb(x, y), picture.rgb(x, y), PART, true, false);
    }

    private void goOn(int end) {
        int back = pieces.back(end);
        int x = end % ends;
        int y = end / ends;
        float dx = x - back % ends;
        float dy = y - back / ends;
        float length = (float) Math.hypot(dx, dy);
        if (length == 0) {
            return;
        }
        dx /= length;
        dy /= length;
        evidence.look(x + 0.5f - 2 * dx, y + 0.5f - 2 * dy, -dy, dx, picture.rgb(x, y));
        int colour = evidence.shown;
        // what a line thinner than a cell shows is its colour mixed with the ground's
        int further = StrokeColours.beyond(evidence.ground, colour);
        int reached = follow(end, dx, dy, colour);
        int size = tracer.size();
        if (reached < 0 && size < WholeStrokes.LEAST && further != colour) {
            follow(end, dx, dy, further);
            if (tracer.size() > size) {
                colour = further;
            } else {
                follow(end, dx, dy, colour);
            }
        }
        float wide = tracer.width();
        float part = PART * Math.max(THINNEST, Math.min(1, wide));
        for (int i = 0; i < tracer.size(); i++) {
            int cell = tracer.cell(i);
            boolean open = tracer.isSeen(i) || (wide < COVERED && tracer.isPlain(i));
            draw(
                    cell,
                    tracer.beside(i, 1),
                    tracer.beside(i, -1),
                    tracer.ground(i),
                    picture.rgb(cell % ends, cell / ends),
                    colour,
                    part,
                    open,
                    !tracer.isSeen(i));
        }
    }

    private int follow(int end, float dx, float dy, int colour) {
        int x = end % ends;
        int y = end / ends;
        return tracer.follow(
                x + 0.5f,
                y + 0.5f,
                dx,
                dy,
                colour,
                (cell, ground) -> pieces.isMember(cell) && pieces.apart(cell, end) > NEAR);
    }

    private void draw(
            int cell, int one, int other, int ground, int seen, int colour, float part, boolean open, boolean plain) {
        boolean shown = claim(cell, ground, colour, part);
        shown |= claim(one, ground, colour, part);
        shown |= claim(other, ground, colour, part);
        int label = shown || !open || claimed[cell] ? StrokeColours.NONE : colours.label(seen, ground, colour, part);
        if (label != StrokeColours.NONE && (plain || suits(cell, label))) {
            cells[cell] = (byte) label;
            strokes[cell] = true;
            claimed[cell] = true;
        }
    }

    private boolean suits(int cell, int label) {
        float times = kind == LineKind.DRAWN ? SUITS : SUITS_SEEN;
        return misfit.of(cell, label) <= times * misfit.of(cell, cells[cell]) + ROUNDING;
    }

    /** Whether a cell shows the stroke already; then it is the stroke's. */
    private boolean claim(int cell, int ground, int colour, float part) {
        boolean shown = colours.shows(cells[cell], ground, colour, part);
        if (shown) {
            claimed[cell] = true;
            strokes[cell] |= thin.isLine(cell);
        }
        return shown;
    }
}
