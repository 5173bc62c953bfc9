package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.image.Picture;

/** A few rows of a picture as packed colours, with the border repeated outwards, moving down the picture. */
final class PixelRows {
    private final Picture picture;
    private final int reach;
    private final int[][] rows;
    private int y = Integer.MIN_VALUE;

    /** Holds rows and columns up to {@code reach} away from the current pixel. */
    PixelRows(Picture picture, int reach) {
        this.picture = picture;
        this.reach = reach;
        this.rows = new int[2 * reach + 1][picture.width() + 2 * reach];
    }

    /** Loads the rows around {@code newY}; moving down by one row loads only one. */
    void moveTo(int newY) {
        if (newY == y + 1) {
            int[] first = rows[0];
            System.arraycopy(rows, 1, rows, 0, 2 * reach);
            rows[2 * reach] = first;
            load(newY + reach, first);
        } else {
            for (int i = 0; i <= 2 * reach; i++) {
                load(newY - reach + i, rows[i]);
            }
        }
        y = newY;
    }

    private void load(int wanted, int[] row) {
        picture.row(Math.max(0, Math.min(picture.height() - 1, wanted)), row, reach);
        for (int i = 0; i < reach; i++) {
            row[i] = row[reach];
            row[picture.width() + reach + i] = row[picture.width() + reach - 1];
        }
    }

    /** The row {@code dy} below the current one; column {@code x} is at {@code x + reach}. */
    int[] row(int dy) {
        return rows[reach + dy];
    }

    /** 0xRRGGBB of column {@code x} in the row {@code dy} below the current one. */
    int colour(int x, int dy) {
        return rows[reach + dy][x + reach];
    }
}
