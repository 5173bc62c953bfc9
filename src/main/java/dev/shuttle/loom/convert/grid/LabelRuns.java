package dev.shuttle.loom.convert.grid;

/**
 * How many pixels of one label end at each pixel of a row, it among them, from the left and from the three sides above; counted
 * from one row to the next, at first from the row that it begins with.
 */
final class LabelRuns {
    private final byte[] labels;
    private final int width;
    private int y = Integer.MIN_VALUE;
    private final int[] left;
    private int[] up;
    private int[] upLeft;
    private int[] upRight;
    private int[] spare;

    LabelRuns(byte[] labels, int width) {
        this.labels = labels;
        this.width = width;
        this.left = new int[width];
        this.up = new int[width];
        this.upLeft = new int[width];
        this.upRight = new int[width];
        this.spare = new int[width];
    }

    /** Goes on to the row below, or begins with another one. */
    void moveTo(int row) {
        boolean goesOn = row == y + 1;
        y = row;
        int at = row * width;
        left[0] = 1;
        for (int x = 1; x < width; x++) {
            left[x] = labels[at + x] == labels[at + x - 1] ? left[x - 1] + 1 : 1;
        }
        up = shifted(up, 0, goesOn);
        upLeft = shifted(upLeft, -1, goesOn);
        upRight = shifted(upRight, 1, goesOn);
    }

    /** The runs of a row from those of the one above, {@code aside} of each. */
    private int[] shifted(int[] above, int aside, boolean goesOn) {
        int[] now = spare;
        spare = above;
        int at = y * width;
        for (int x = 0; x < width; x++) {
            int from = x + aside;
            boolean same = goesOn && from >= 0 && from < width && labels[at + x] == labels[at + from - width];
            now[x] = same ? above[from] + 1 : 1;
        }
        return now;
    }

    int left(int x) {
        return left[x];
    }

    int up(int x) {
        return up[x];
    }

    int upLeft(int x) {
        return upLeft[x];
    }

    int upRight(int x) {
        return upRight[x];
    }
}
