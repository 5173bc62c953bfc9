package dev.shuttle.emulator.picture;

import java.awt.image.BufferedImage;

/** The word EMULATED in a box at the lower right, drawn from pixel glyphs: a Java without fonts writes it too. */
final class Mark {
    private static final int WIDE = 5;
    private static final int HIGH = 7;
    private static final int GROUND = 0xC8102E;
    private static final int LETTERS = 0xFFFFFF;

    private static final String[][] WORD = {
        {"#####", "#....", "#....", "####.", "#....", "#....", "#####"},
        {"#...#", "##.##", "#.#.#", "#.#.#", "#...#", "#...#", "#...#"},
        {"#...#", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."},
        {"#....", "#....", "#....", "#....", "#....", "#....", "#####"},
        {".###.", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"},
        {"#####", "..#..", "..#..", "..#..", "..#..", "..#..", "..#.."},
        {"#####", "#....", "#....", "####.", "#....", "#....", "#####"},
        {"####.", "#...#", "#...#", "#...#", "#...#", "#...#", "####."},
    };

    private Mark() {}

    /** Stamps the picture; the box is about a quarter as wide as it. */
    static void stamp(BufferedImage picture) {
        int cells = WORD.length * (WIDE + 1) + 3;
        int scale = Math.max(1, picture.getWidth() / (4 * cells));
        int left = Math.max(0, picture.getWidth() - (cells + 2) * scale);
        int top = Math.max(0, picture.getHeight() - (HIGH + 6) * scale);
        for (int row = 0; row < HIGH + 4; row++) {
            for (int column = 0; column < cells; column++) {
                int colour = lit(row - 2, column - 2) ? LETTERS : GROUND;
                fill(picture, left + column * scale, top + row * scale, scale, colour);
            }
        }
    }

    private static boolean lit(int row, int column) {
        int letter = Math.floorDiv(column, WIDE + 1);
        int within = Math.floorMod(column, WIDE + 1);
        boolean inside = row >= 0 && row < HIGH && letter >= 0 && letter < WORD.length && within < WIDE;
        return inside && WORD[letter][row].charAt(within) == '#';
    }

    private static void fill(BufferedImage picture, int left, int top, int side, int colour) {
        for (int y = top; y < Math.min(top + side, picture.getHeight()); y++) {
            for (int x = left; x < Math.min(left + side, picture.getWidth()); x++) {
                picture.setRGB(x, y, colour);
            }
        }
    }
}
