package dev.shuttle.loom.convert.grid;

/** Which cells of a label map are one cell thick, and which of them stand out like a line. */
final class ThinCells {
    private final byte[] cells;
    private final int ends;
    private final int lines;
    private final LabelContrast contrast;
    private final LineKind kind;

    /** @param cells may be changed while this is in use */
    ThinCells(byte[] cells, int ends, int lines, LabelContrast contrast, LineKind kind) {
        this.cells = cells;
        this.ends = ends;
        this.lines = lines;
        this.contrast = contrast;
        this.kind = kind;
    }

    /** Whether a cell may be a line's: in a drawing every thin one, in a photograph one that also stands out. */
    boolean isLine(int cell) {
        return isLine(cell, cell % ends, cell / ends);
    }

    /** The same for who knows where it lies. */
    boolean isLine(int cell, int x, int y) {
        return isThin(cell, x, y) && (kind == LineKind.DRAWN || isRidge(cell, StrokePixels.LEAST_CONTRAST));
    }

    /** Whether none of the four blocks of two by two that hold the cell is all of its label. */
    private boolean isThin(int cell, int x, int y) {
        boolean left = x > 0 && cells[cell - 1] == cells[cell];
        if (left && y > 0 && cells[cell - ends] == cells[cell] && cells[cell - ends - 1] == cells[cell]) {
            return false; // most cells, within an area
        }
        boolean right = x + 1 < ends && cells[cell + 1] == cells[cell];
        boolean above = y > 0 && cells[cell - ends] == cells[cell];
        boolean below = y + 1 < lines && cells[cell + ends] == cells[cell];
        return !(left && above && cells[cell - ends - 1] == cells[cell])
                && !(right && above && cells[cell - ends + 1] == cells[cell])
                && !(left && below && cells[cell + ends - 1] == cells[cell])
                && !(right && below && cells[cell + ends + 1] == cells[cell]);
    }

    /** Whether a cell stands out from both its sides, which are more like each other: no shade between two areas. */
    boolean isRidge(int cell, float clarity) {
        int x = cell % ends;
        int y = cell / ends;
        if (x == 0 || y == 0 || x == ends - 1 || y == lines - 1) {
            return false;
        }
        return isBetweenAlike(cell, 1, clarity)
                || isBetweenAlike(cell, ends, clarity)
                || isBetweenAlike(cell, ends + 1, clarity)
                || isBetweenAlike(cell, ends - 1, clarity);
    }

    private boolean isBetweenAlike(int cell, int step, float clarity) {
        byte one = cells[cell - step];
        byte other = cells[cell + step];
        float least = Math.min(contrast.apart(cells[cell], one), contrast.apart(cells[cell], other));
        return least >= clarity && contrast.apart(one, other) < StrokePixels.ALIKE_SIDES * least;
    }
}
