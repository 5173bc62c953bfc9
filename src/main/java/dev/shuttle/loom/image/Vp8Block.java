package dev.shuttle.loom.image;

/** Predicts a block of four by four samples from its edges (RFC 6386, section 12.3). */
final class Vp8Block {
    /** From the lowest sample on the left over the corner to the last above on the right. */
    private final int[] e = new int[13];

    private final Vp8Plane plane;

    Vp8Block(Vp8Plane plane) {
        this.plane = plane;
    }

    /** @param right where the four samples above and to the right are */
    void predict(int mode, int x, int y, byte[] aboveRight, int right) {
        byte[] s = plane.samples();
        int stride = plane.stride();
        int at = plane.at(x, y);
        if (mode == 1) {
            plane.gradients(at, 4);
            return;
        }
        for (int i = 0; i < 4; i++) {
            e[3 - i] = s[at + i * stride - 1] & 255;
            e[5 + i] = s[at - stride + i] & 255;
            e[9 + i] = aboveRight[right + i] & 255;
        }
        e[4] = s[at - stride - 1] & 255;
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                s[at + row * stride + column] = (byte) sample(mode, row, column);
            }
        }
    }

    private int sample(int mode, int row, int column) {
        return switch (mode) {
            case 0 -> (e[0] + e[1] + e[2] + e[3] + e[5] + e[6] + e[7] + e[8] + 4) >> 3;
            case 2 -> three(5 + column);
            case 3 -> row == 3 ? (e[1] + 3 * e[0] + 2) >> 2 : three(3 - row);
            case 4 -> row + column == 6 ? (e[11] + 3 * e[12] + 2) >> 2 : three(6 + row + column);
            case 5 -> three(4 + column - row);
            case 6 -> right(row, column);
            case 7 -> left(row, column);
            case 8 -> down(row, column);
            default -> up(2 * row + column);
        };
    }

    private int three(int middle) {
        return (e[middle - 1] + 2 * e[middle] + e[middle + 1] + 2) >> 2;
    }

    private int two(int first) {
        return (e[first] + e[first + 1] + 1) >> 1;
    }

    /** Downwards, a little to the right. */
    private int right(int row, int column) {
        int place = 2 * column - row;
        if (place < 0) {
            return three(place == -1 ? 4 : 5 + place);
        }
        return place % 2 == 0 ? two(4 + place / 2) : three(5 + place / 2);
    }

    /** Downwards, a little to the left. */
    private int left(int row, int column) {
        if (column == 3 && row >= 2) {
            return three(row == 2 ? 10 : 11);
        }
        int first = 5 + column + row / 2;
        return row % 2 == 0 ? two(first) : three(first + 1);
    }

    /** Rightwards, a little down. */
    private int down(int row, int column) {
        int place = 2 * row - column;
        if (place < 0) {
            return three(place == -1 ? 4 : 3 - place);
        }
        return place % 2 == 0 ? two(3 - place / 2) : three(3 - place / 2);
    }

    /** Rightwards, a little up; beyond the lowest sample nothing changes. */
    private int up(int place) {
        if (place > 5) {
            return e[0];
        }
        if (place == 5) {
            return (e[1] + 3 * e[0] + 2) >> 2;
        }
        return place % 2 == 0 ? two(2 - place / 2) : three(2 - place / 2);
    }
}
