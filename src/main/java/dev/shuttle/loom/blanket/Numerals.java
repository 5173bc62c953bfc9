package dev.shuttle.loom.blanket;

import java.util.List;

/** Figures of dots, five across and seven down, one dot between two figures. */
final class Numerals {
    static final int DOTS_DOWN = 7;

    private static final int DOTS_ACROSS = 5;
    private static final List<String> FIGURES = List.of(
            ".###. #...# #...# #...# #...# #...# .###.",
            "..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.",
            ".###. #...# ....# ...#. ..#.. .#... #####",
            ".###. #...# ....# ..##. ....# #...# .###.",
            "...#. ..##. .#.#. #..#. ##### ...#. ...#.",
            "##### #.... ####. ....# ....# #...# .###.",
            "..##. .#... #.... ####. #...# #...# .###.",
            "##### ....# ...#. ...#. ..#.. ..#.. ..#..",
            ".###. #...# #...# .###. #...# #...# .###.",
            ".###. #...# #...# .#### ....# ...#. .##..");

    private Numerals() {}

    /** Dots that a number is wide. */
    static int width(int number) {
        return String.valueOf(number).length() * (DOTS_ACROSS + 1) - 1;
    }

    /** Whether a number has a dot there. */
    static boolean isDot(int number, int across, int down) {
        String digits = String.valueOf(number);
        int figure = across / (DOTS_ACROSS + 1);
        int column = across % (DOTS_ACROSS + 1);
        return column < DOTS_ACROSS
                && FIGURES.get(digits.charAt(figure) - '0').charAt(down * (DOTS_ACROSS + 1) + column) == '#';
    }
}
