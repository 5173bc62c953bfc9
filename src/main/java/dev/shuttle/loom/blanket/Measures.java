package dev.shuttle.loom.blanket;

import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.weave.Structure;

/**
 * How large everything is, in ends and lines.
 *
 * @param patchEnds width of a patch, whole repeats of the weave
 * @param patchLines height of a patch, likewise
 * @param gapEnds between two patches
 * @param gapLines above and below numbers and rules
 * @param dotEnds width of a dot of a number
 * @param dotLines height of a dot of a number
 */
record Measures(int patchEnds, int patchLines, int gapEnds, int gapLines, int dotEnds, int dotLines) {
    /** What a colorimeter needs, and an eye. */
    private static final double PATCH_CM = 2.4;

    private static final double GAP_CM = 0.3;
    private static final double DOT_CM = 0.11;
    private static final int FEWEST_REPEATS = 2;

    /** @param highest the number of the last patch */
    static Measures of(Structure structure, Density density, int highest) {
        double dot = Math.max(DOT_CM, Math.max(1 / density.endsPerCm(), 1 / density.linesPerCm()));
        int dotEnds = threads(dot * density.endsPerCm());
        int number = Numerals.width(highest) * dotEnds;
        int wide = repeats(Math.max(PATCH_CM * density.endsPerCm(), number), structure.endsRepeat());
        return new Measures(
                wide >= number ? wide : wide + structure.endsRepeat(),
                repeats(PATCH_CM * density.linesPerCm(), structure.linesRepeat()),
                threads(GAP_CM * density.endsPerCm()),
                threads(GAP_CM * density.linesPerCm()),
                dotEnds,
                threads(dot * density.linesPerCm()));
    }

    private static int threads(double count) {
        return (int) Math.max(1, Math.round(count));
    }

    private static int repeats(double threads, int repeat) {
        return (int) Math.max(FEWEST_REPEATS, Math.round(threads / repeat)) * repeat;
    }

    /** So many patches side by side, with the gaps around them. */
    int ends(int columns) {
        return columns * patchEnds + (columns + 1) * 2 * gapEnds;
    }

    /** How many patches lie side by side on so many ends. */
    int columns(int ends) {
        return (ends - 2 * gapEnds) / (patchEnds + 2 * gapEnds);
    }

    int left(int column) {
        return 2 * gapEnds + column * (patchEnds + 2 * gapEnds);
    }

    /** Height of the numbers with what is above them and the rule below. */
    int headLines() {
        return gapLines + Numerals.DOTS_DOWN * dotLines + gapLines + dotLines + gapLines;
    }

    /** Height of a strip, with what is below it. */
    int stripLines() {
        return headLines() + patchLines + gapLines;
    }
}
