package dev.shuttle.loom.convert.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pieces of strokes that a picture shows by themselves: {@link Ridges} that hang together, 8-connected, and differ from
 * their sides in the same way.
 */
final class RidgePieces {
    static final int NONE = -1;
    /** Steps back from an end of a piece that give its direction. */
    private static final int BACK = 5;
    /** How far a piece of a photograph goes for each of its cells at least; as much as {@link #FAR} is enough. */
    private static final float DRAWN_OUT = 0.6f;

    private static final int FAR = 40;

    private final Ridges ridges;
    private final int ends;
    private final int lines;
    private final LineKind kind;
    /** Cells of pieces. */
    private final boolean[] members;
    /** The cells of all pieces, one after the other. */
    private int[] cells = new int[1024];

    private int count;
    /** Where in them each piece ends. */
    private int[] stops = new int[256];

    private int pieces;
    private final int[] off = new int[3];
    private final int[] scratch = new int[3];

    RidgePieces(Ridges ridges, int ends, int lines, LineKind kind) {
        this.ridges = ridges;
        this.ends = ends;
        this.lines = lines;
        this.kind = kind;
        this.members = new boolean[ends * lines];
    }

    /** Finds them; less than that is texture. */
    RidgePieces find() {
        for (int cell = 0; cell < members.length; cell++) {
            if (ridges.isFree(cell)) {
                int from = count;
                collect(cell);
                if (isMeant(from)) {
                    stops = pieces == stops.length ? Arrays.copyOf(stops, 2 * pieces) : stops;
                    stops[pieces++] = count;
                    for (int i = from; i < count; i++) {
                        members[cells[i]] = true;
                    }
                } else {
                    count = from;
                }
            }
        }
        return this;
    }

    /** No ridge lies at the border: there is always something beside it. */
    private void collect(int start) {
        int next = count;
        take(start);
        for (; next < count; next++) {
            ridges.off(cells[next], off);
            for (int line = cells[next] - ends; line <= cells[next] + ends; line += ends) {
                for (int cell = line - 1; cell <= line + 1; cell++) {
                    if (ridges.isFree(cell) && ridges.isAlike(cell, off, scratch)) {
                        take(cell);
                    }
                }
            }
        }
    }

    private void take(int cell) {
        cells = count == cells.length ? Arrays.copyOf(cells, 2 * count) : cells;
        cells[count++] = cell;
        ridges.take(cell);
    }

    private boolean isMeant(int from) {
        return count - from >= kind.cells()
                && (kind == LineKind.DRAWN
                        ? !isSeam(from)
                        : (height(from, count) >= kind.levels() && isDrawnOut(from)));
    }

    /** Whether most of a piece lies between different areas: where anti-aliased ones meet what is under both shines through. */
    private boolean isSeam(int from) {
        int between = 0;
        for (int i = from; i < count; i++) {
            between += ridges.isBetweenAreas(cells[i]) ? 1 : 0;
        }
        return 2 * between > count - from;
    }

    /** Levels by which a piece differs from its sides, on average. */
    private float height(int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += ridges.height(cells[i], scratch);
        }
        return sum / (to - from);
    }

    /** Whether a piece goes far for its cells, as texture does not. */
    private boolean isDrawnOut(int from) {
        int left = ends;
        int right = 0;
        int top = lines;
        int bottom = 0;
        for (int i = from; i < count; i++) {
            left = Math.min(left, cells[i] % ends);
            right = Math.max(right, cells[i] % ends);
            top = Math.min(top, cells[i] / ends);
            bottom = Math.max(bottom, cells[i] / ends);
        }
        return Math.max(right - left, bottom - top) >= Math.min(DRAWN_OUT * (count - from), FAR);
    }

    /** The pieces, those first that stand out most. */
    List<Integer> strongestFirst() {
        float[] heights = new float[pieces];
        List<Integer> order = new ArrayList<>();
        for (int piece = 0; piece < pieces; piece++) {
            heights[piece] = height(from(piece), stops[piece]);
            order.add(piece);
        }
        order.sort((a, b) -> Float.compare(heights[b], heights[a]));
        return order;
    }

    private int from(int piece) {
        return piece == 0 ? 0 : stops[piece - 1];
    }

    /** The cells of a piece, a copy. */
    int[] cells(int piece) {
        return Arrays.copyOfRange(cells, from(piece), stops[piece]);
    }

    boolean isMember(int cell) {
        return members[cell];
    }

    /** The end of a piece that lies furthest from a cell; {@link #NONE} where it has none. */
    int furthestEnd(int piece, int start) {
        int furthest = NONE;
        for (int i = from(piece); i < stops[piece]; i++) {
            if ((furthest == NONE || apart(cells[i], start) > apart(furthest, start)) && isEnd(cells[i])) {
                furthest = cells[i];
            }
        }
        return furthest;
    }

    /** Whether a piece ends there: all of it that touches the cell lies on one side. */
    private boolean isEnd(int cell) {
        ridges.off(cell, off);
        int x = cell % ends;
        int y = cell / ends;
        int first = NONE;
        for (int ny = Math.max(0, y - 1); ny <= Math.min(lines - 1, y + 1); ny++) {
            for (int nx = Math.max(0, x - 1); nx <= Math.min(ends - 1, x + 1); nx++) {
                int beside = ny * ends + nx;
                if (beside != cell && isOfPiece(beside)) {
                    int apart = first == NONE ? 0 : Math.abs(nx - first % ends) + Math.abs(ny - first / ends);
                    if (apart > 1) {
                        return false;
                    }
                    first = beside;
                }
            }
        }
        return true;
    }

    /** Whether a cell is a piece's that differs from its sides as what was looked at last. */
    private boolean isOfPiece(int cell) {
        return members[cell] && ridges.isAlike(cell, off, scratch);
    }

    /** A cell of the piece some steps back from its end. */
    int back(int end) {
        int cell = end;
        ridges.off(end, off);
        for (int step = 0; step < BACK; step++) {
            int next = cell;
            int far = apart(cell, end);
            int x = cell % ends;
            int y = cell / ends;
            for (int ny = Math.max(0, y - 1); ny <= Math.min(lines - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(ends - 1, x + 1); nx++) {
                    int beside = ny * ends + nx;
                    if (isOfPiece(beside) && apart(beside, end) > far) {
                        next = beside;
                        far = apart(beside, end);
                    }
                }
            }
            cell = next;
        }
        return cell;
    }

    /** The squared distance of two cells. */
    int apart(int one, int other) {
        int x = one % ends - other % ends;
        int y = one / ends - other / ends;
        return x * x + y * y;
    }
}
