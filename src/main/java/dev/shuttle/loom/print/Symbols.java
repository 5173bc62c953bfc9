package dev.shuttle.loom.print;

import dev.shuttle.loom.colour.Rgb;

/** A letter for each colour, so that a print without colours can be read. */
final class Symbols {
    private static final String LETTERS = "ABCDEFGHKLMNPRSTUVWXYZabdefghkmnpqrstuvwxyz23456789+=#%&@?!$*/<>";

    private Symbols() {}

    /** The symbol of an index; beyond the letters they begin again. */
    static String of(int index) {
        int at = index % LETTERS.length();
        return LETTERS.substring(at, at + 1);
    }

    /** Whether white is better read on a colour than black. */
    static boolean isDark(Rgb colour) {
        return 299 * colour.red() + 587 * colour.green() + 114 * colour.blue() < 128_000;
    }
}
