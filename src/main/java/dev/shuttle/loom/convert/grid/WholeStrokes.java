package dev.shuttle.loom.convert.grid;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Holds strokes one cell thick together, over all grounds that they cross: where a piece that cleaning would take for too
 * small goes on only across a corner, one of the two cells beside the corner joins it. So cleaning keeps all of a stroke or
 * nothing. Before that, {@link SeenStrokes} draws what the labels miss. A stroke is a chain of at least {@link #LEAST} cells of one label (in a photograph, of shades of one), 8-connected,
 * none of them in a block of two by two.
 */
public final class WholeStrokes {
    /** Cells; less is texture. */
    static final int LEAST = 8;

    private static final int NONE = -1;
    private static final int BAND = 64;
    private static final boolean[] NO_STROKES = {};

    private final byte[] cells;
    private final int ends;
    private final int lines;
    private final LabelMisfit misfit;
    private final LabelContrast contrast;
    private final LineKind kind;
    /** Cells of strokes; empty while there are none. */
    private boolean[] strokes = NO_STROKES;

    private final int minimum;
    private int[] chain = new int[1024];
    private final int[] piece;
    private final ThinCells thin;
    private @Nullable SeenStrokes seen;

    /** How badly a label suits a cell. */
    public interface LabelMisfit {
        float of(int cell, int label);
    }

    private WholeStrokes(
            byte[] cells, int ends, int lines, LabelMisfit misfit, LabelContrast contrast, LineKind kind, int minimum) {
        this.minimum = minimum;
        this.piece = new int[minimum + 4];
        this.contrast = contrast;
        this.kind = kind;
        this.cells = cells;
        this.ends = ends;
        this.lines = lines;
        this.misfit = misfit;
        this.thin = new ThinCells(cells, ends, lines, contrast, kind);
    }

    /**
     * Finds the strokes of a label map, which stays as it is.
     *
     * @param minimum cells below which cleaning takes a 4-connected region away
     * @param picture what each cell shows, to find what the labels miss of a stroke; null where they miss nothing
     * @param colours of the labels, 0xRRGGBB
     */
    public static WholeStrokes of(
            byte[] cells,
            int ends,
            int lines,
            LabelMisfit misfit,
            LabelContrast contrast,
            LineKind kind,
            int minimum,
            @Nullable Picture picture,
            int[] colours,
            RowBands bands) {
        byte[] own = cells.clone();
        WholeStrokes whole = new WholeStrokes(own, ends, lines, misfit, contrast, kind, minimum);
        if (picture != null) {
            SeenStrokes seen =
                    new SeenStrokes(picture, own, whole.thin, new StrokeColours(colours), misfit, kind, bands);
            seen.draw();
            whole.seen = seen;
            whole.strokes = seen.strokes();
        }
        whole.findChains(bands);
        if (whole.strokes.length > 0) {
            whole.close();
        }
        return whole;
    }

    /** The label map with its strokes made whole; the map itself where it has none. */
    public byte[] cells() {
        return cells;
    }

    /** Which cells are a stroke's; empty where there is none. */
    public boolean[] strokes() {
        return strokes;
    }

    private void open(boolean[] open, int from, int to) {
        for (int y = from; y < to; y++) {
            for (int x = 0; x < ends; x++) {
                int cell = y * ends + x;
                open[cell] = thin.isLine(cell, x, y);
            }
        }
    }

    private void findChains(RowBands bands) {
        boolean[] open = new boolean[cells.length];
        bands.run(lines, BAND, (from, to) -> open(open, from, to));
        for (int cell = 0; cell < cells.length; cell++) {
            if (open[cell]) {
                int size = follow(cell, open);
                if (size >= LEAST && isClear(size)) {
                    strokes = strokes.length == 0 ? new boolean[cells.length] : strokes;
                    for (int i = 0; i < size; i++) {
                        strokes[chain[i]] = true;
                    }
                }
            }
        }
    }

    private boolean isAnyLineMeant() {
        return kind == LineKind.DRAWN;
    }

    /** Whether enough of the chain stands out clearly; then its fainter cells are of it too, as in Canny's hysteresis. */
    private boolean isClear(int size) {
        int clear = 0;
        for (int i = 0; i < size && clear < LEAST; i++) {
            clear += isAnyLineMeant() || thin.isRidge(chain[i], kind.contrast()) ? 1 : 0;
        }
        return clear >= LEAST;
    }

    private boolean isAlike(byte one, byte other) {
        return one == other || (!isAnyLineMeant() && contrast.apart(one, other) < StrokePixels.LEAST_CONTRAST);
    }

    /** Collects the chain of a cell, which is not open any more; returns how many cells it has. */
    private int follow(int start, boolean[] open) {
        int size = take(start, 0, open);
        for (int next = 0; next < size; next++) {
            int x = chain[next] % ends;
            int y = chain[next] / ends;
            for (int ny = Math.max(0, y - 1); ny <= Math.min(lines - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(ends - 1, x + 1); nx++) {
                    int cell = ny * ends + nx;
                    if (open[cell] && isAlike(cells[cell], cells[start])) {
                        size = take(cell, size, open);
                    }
                }
            }
        }
        return size;
    }

    private int take(int cell, int size, boolean[] open) {
        if (size == chain.length) {
            chain = Arrays.copyOf(chain, 2 * size);
        }
        chain[size] = cell;
        open[cell] = false;
        return size + 1;
    }

    private void close() {
        for (int line = 0; line + 1 < lines; line++) {
            for (int end = 0; end + 1 < ends; end++) {
                int cell = line * ends + end;
                join(cell, cell + ends + 1, cell + 1, cell + ends);
                join(cell + 1, cell + ends, cell, cell + ends + 1);
            }
        }
    }

    /** Joins two cells that touch at a corner, of which one at least is a stroke's. */
    private void join(int one, int other, int corner, int opposite) {
        if (!strokes[one] && !strokes[other]) {
            return;
        }
        byte label = cells[one];
        boolean apart = isAlike(cells[other], label) && cells[corner] != label && cells[opposite] != label;
        if (!apart || !(isSmall(one) || isSmall(other))) {
            return;
        }
        int between = between(corner, opposite, label);
        if (between != NONE) {
            cells[between] = label;
            strokes[between] = true;
        }
    }

    /** Whether the 4-connected region of a cell has fewer cells than the minimum. */
    private boolean isSmall(int start) {
        int size = 1;
        piece[0] = start;
        for (int next = 0; next < size && size < minimum; next++) {
            int cell = piece[next];
            int x = cell % ends;
            size = x > 0 ? takeAlike(cell - 1, start, size) : size;
            size = x + 1 < ends ? takeAlike(cell + 1, start, size) : size;
            size = cell >= ends ? takeAlike(cell - ends, start, size) : size;
            size = cell + ends < cells.length ? takeAlike(cell + ends, start, size) : size;
        }
        return size < minimum;
    }

    private int takeAlike(int cell, int start, int size) {
        boolean taken = cells[cell] != cells[start];
        for (int i = 0; i < size && !taken; i++) {
            taken = piece[i] == cell;
        }
        if (taken) {
            return size;
        }
        piece[size] = cell;
        return size + 1;
    }

    private boolean isTaken(int cell) {
        return strokes[cell] || (seen != null && seen.isClaimed(cell));
    }

    /** The cell that the label suits better; none where both are another stroke's. */
    private int between(int corner, int opposite, byte label) {
        if (isTaken(corner) || isTaken(opposite)) {
            return isTaken(corner) && isTaken(opposite) ? NONE : isTaken(corner) ? opposite : corner;
        }
        float first = misfit.of(corner, label) - misfit.of(corner, cells[corner]);
        float second = misfit.of(opposite, label) - misfit.of(opposite, cells[opposite]);
        return second < first ? opposite : corner;
    }
}
