package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.Rgb;
import java.util.List;

/** What tests measure of point papers. */
final class Measured {
    private Measured() {}

    static int nearest(Palette palette, int packed) {
        Lab lab = Lab.of(Rgb.of(packed));
        int best = 0;
        for (int i = 1; i < palette.size(); i++) {
            best = lab.difference(Lab.of(palette.rgb(i))) < lab.difference(Lab.of(palette.rgb(best))) ? i : best;
        }
        return best;
    }

    /** How many are neither whole nor gone. */
    static long inPieces(List<Double> kept) {
        return kept.stream().filter(share -> share > 0.05 && share < 0.95).count();
    }

    static long gone(List<Double> kept) {
        return kept.stream().filter(share -> share <= 0.05).count();
    }
}
