package dev.shuttle.loom.weave;

/**
 * The binding warp of a compound cloth: after each {@code mains} main ends lies one binder, lifted on one line of
 * {@code lines}, the next binder one line later: a tabby with 2, a twill with 3 and more.
 *
 * @param mains main ends between two binders, 1 to 8
 * @param lines of its repeat, 2 to 8
 */
public record Binding(int mains, int lines) {
    public Binding {
        if (mains < 1 || mains > 8 || lines < 2 || lines > 8) {
            throw new IllegalArgumentException(
                    "a binder after 1 to 8 mains on one line of 2 to 8, not " + mains + " and " + lines);
        }
    }

    /** Main ends of a map are a multiple of this. */
    int endsRepeat() {
        return mains * lines;
    }

    /** A pick lies over all between two lifted binders at most. */
    int longestFace() {
        return lines * (mains + 1) - 1;
    }

    /** A pick lies under the mains on both sides of a lifted binder at most: its neighbours are down. */
    int longestBack() {
        return 2 * mains + 1;
    }

    boolean isLifted(int binder, int line) {
        return Math.floorMod(binder - line, lines) == 0;
    }

    /** The binders' bits for rows that belong to these lines. */
    BitGrid over(int[] lineOfRow, int mainEnds) {
        BitGrid lifted = new BitGrid(lineOfRow.length, mainEnds / mains);
        for (int row = 0; row < lineOfRow.length; row++) {
            for (int binder = Math.floorMod(lineOfRow[row], lines); binder < lifted.columns(); binder += lines) {
                lifted.set(row, binder);
            }
        }
        return lifted;
    }
}
