package dev.shuttle.loom.convert.grid;

import java.util.Arrays;

/**
 * Follows a stroke on from where its label ends, step by step to where the picture shows most of it, over gaps where another
 * stroke or a ground of its own colour hides it.
 */
final class StrokeTracer {
    /** Of a cell's width; less is no stroke. */
    private static final float SEEN = 0.17f;
    /** Steps without a sight of the stroke, at most. */
    private static final int GAP = 8;
    /** After a gap of more than this many steps the stroke must be seen as many times in turn. */
    private static final int SURE = 3;
    /** Steps over grounds of the stroke's colour, at most. */
    private static final int HIDDEN = 24;
    /** Levels by which what a place shows may differ from its ground. */
    private static final int PLAIN = 16;
    /** Of what was seen of the stroke so far a place must show as much. */
    private static final float ALIKE = 0.4f;
    /** Turns that are tried at each step, radians. */
    private static final float[] TURNS = {0, 0.22f, -0.22f, 0.45f, -0.45f};

    private static final float[] COSINES = new float[TURNS.length];
    private static final float[] SINES = new float[TURNS.length];

    static {
        for (int i = 0; i < TURNS.length; i++) {
            COSINES[i] = (float) Math.cos(TURNS[i]);
            SINES[i] = (float) Math.sin(TURNS[i]);
        }
    }

    /** What a turn of one radian costs, of a cell's width. */
    private static final float STRAIGHT = 0.35f;
    /** Where so much of a stroke is seen straight on no turn is tried. */
    private static final float STRAIGHT_ON = 0.85f;
    /** And its middle lies no further off than this, cells. */
    private static final float ON_LINE = 0.3f;
    /** How much of the direction a step turns. */
    private static final float TURN = 0.5f;

    /** Cells of the stroke that are known already. */
    interface Piece {
        boolean isAt(int cell, int ground);
    }

    private final StrokeEvidence evidence;
    private final int ends;
    private final int lines;
    private int[] path = new int[256];
    private float[] across = new float[512];
    private int[] grounds = new int[256];
    private int[] shown = new int[256];
    private float[] amounts = new float[256];
    private int size;
    /** What is known to be of the stroke. */
    private int sure;
    /** The sum of what was seen over all of it, of a cell's width. */
    private double seen;
    /** At how many steps it was seen. */
    private int sights;

    StrokeTracer(StrokeEvidence evidence, int ends, int lines) {
        this.evidence = evidence;
        this.ends = ends;
        this.lines = lines;
    }

    /**
     * Follows a stroke.
     *
     * @param x where it ends, likewise y
     * @param dx unit vector along it, likewise dy
     * @param stroke its colour, 0xRRGGBB
     * @param end whether a cell is another piece of it, which goes on by itself
     * @return the cell of the other piece that was reached; -1 where the stroke just ends
     */
    int follow(float x, float y, float dx, float dy, int stroke, Piece end) {
        size = 0;
        sure = 0;
        seen = 0;
        sights = 0;
        int gap = 0;
        int inTurn = 0;
        int unseen = 0;
        float px = x;
        float py = y;
        float vx = dx;
        float vy = dy;
        double unsure = 0;
        int unsureSights = 0;
        int most = 2 * (ends + lines);
        while (gap <= GAP && unseen <= HIDDEN && size < most) {
            float best = -1;
            float bx = vx;
            float by = vy;
            float off = 0;
            boolean hidden = false;
            int ground = 0;
            int seenHere = 0;
            float amount = 0;
            for (int i = 0; i < TURNS.length; i++) {
                float turn = TURNS[i];
                if (turn != 0 && best > SEEN && best >= STRAIGHT_ON * Math.min(1, width()) && Math.abs(off) < ON_LINE) {
                    break;
                }
                float cos = COSINES[i];
                float sin = SINES[i];
                float tx = vx * cos - vy * sin;
                float ty = vx * sin + vy * cos;
                evidence.look(px + tx, py + ty, -ty, tx, stroke);
                float worth = Math.min(1, evidence.amount) - STRAIGHT * Math.abs(turn);
                if (turn == 0 || (worth > best && evidence.amount >= SEEN)) {
                    best = turn == 0 ? Math.max(0, worth) : worth;
                    bx = tx;
                    by = ty;
                    off = evidence.amount >= SEEN ? evidence.off : 0;
                    hidden = evidence.hidden;
                    ground = evidence.ground;
                    seenHere = evidence.shown;
                    amount = hidden ? -1 : evidence.amount;
                }
            }
            boolean strong = best >= SEEN && amount >= ALIKE * width();
            float ox = strong ? off * -by : 0;
            float oy = strong ? off * bx : 0;
            float qx = px + bx + 0.6f * ox;
            float qy = py + by + 0.6f * oy;
            if (qx < 0 || qy < 0 || qx >= ends || qy >= lines) {
                sure = strong || gap == 0 ? size : sure;
                return -1;
            }
            if (strong) {
                float length = length(qx - px, qy - py);
                vx += TURN * ((qx - px) / length - vx);
                vy += TURN * ((qy - py) / length - vy);
                float norm = length(vx, vy);
                vx /= norm;
                vy /= norm;
            }
            px = qx;
            py = qy;
            add(((int) py) * ends + (int) px, -vy, vx, ground, seenHere, amount);
            unsure += strong ? best : 0;
            unsureSights += strong ? 1 : 0;
            inTurn = strong ? inTurn + 1 : 0;
            if (strong && (gap <= 2 || inTurn >= SURE)) {
                sure = size;
                gap = 0;
                seen += unsure;
                sights += unsureSights;
                unsure = 0;
                unsureSights = 0;
            } else if (!hidden) {
                gap++;
            }
            unseen = hidden && !strong ? unseen + 1 : 0;
            int other = other((int) px, (int) py, ground, end);
            if (other >= 0) {
                sure = size;
                return other;
            }
        }
        return -1;
    }

    private static float length(float x, float y) {
        return (float) Math.sqrt((double) x * x + (double) y * y);
    }

    /** A cell here or beside that is another piece. */
    private int other(int x, int y, int ground, Piece end) {
        int cell = y * ends + x;
        if (end.isAt(cell, ground)) {
            return cell;
        }
        int right = x + 1 < ends && end.isAt(cell + 1, ground) ? cell + 1 : -1;
        int left = x > 0 && end.isAt(cell - 1, ground) ? cell - 1 : right;
        int below = y + 1 < lines && end.isAt(cell + ends, ground) ? cell + ends : left;
        return y > 0 && end.isAt(cell - ends, ground) ? cell - ends : below;
    }

    private void add(int cell, float nx, float ny, int ground, int seenHere, float amount) {
        if (size == path.length) {
            path = Arrays.copyOf(path, 2 * size);
            across = Arrays.copyOf(across, 4 * size);
            grounds = Arrays.copyOf(grounds, 2 * size);
            shown = Arrays.copyOf(shown, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        path[size] = cell;
        grounds[size] = ground;
        shown[size] = seenHere;
        amounts[size] = amount;
        across[2 * size] = nx;
        across[2 * size + 1] = ny;
        size++;
    }

    /** How many cells were found. */
    int size() {
        return sure;
    }

    int cell(int i) {
        return path[i];
    }

    /** What the picture would show at a step without the stroke. */
    int ground(int i) {
        return grounds[i];
    }

    /** What it shows. */
    int shown(int i) {
        return shown[i];
    }

    boolean isSeen(int i) {
        return amounts[i] >= SEEN;
    }

    /** Whether a step shows its ground and nothing else. */
    boolean isPlain(int i) {
        return amounts[i] >= 0 && StrokeEvidence.apart(shown[i], grounds[i]) < PLAIN * PLAIN;
    }

    /** The cell on one side of the path, {@code side} 1 or -1; the cell itself at the border. */
    int beside(int i, int side) {
        int x = path[i] % ends + side * Math.round(across[2 * i]);
        int y = path[i] / ends + side * Math.round(across[2 * i + 1]);
        return x < 0 || y < 0 || x >= ends || y >= lines ? path[i] : y * ends + x;
    }

    /** How wide the stroke was seen, cells. */
    float width() {
        return sights == 0 ? 0 : (float) (seen / sights);
    }
}
