package dev.shuttle.loom.colour;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a rare colour that a picture is drawn in: where nothing in a palette is like it, and two colours of the palette are much more
 * alike than it is to any, it takes the place of the lighter of the two.
 */
final class RareColours {
    /** CIEDE2000: a colour nearer than this to one of the palette is not missed. */
    private static final double MISSED = 20;
    /** How many times nearer two colours must be than the missed one is. */
    private static final double ALIKE = 4;
    /** Flat pixels that are no accident. */
    private static final int FEWEST = 9;

    private static final int MOST = 3;

    private RareColours() {}

    /**
     * @param colours the palette, the pinned ones first, then by falling weight
     * @param k the most colours
     */
    static List<Rgb> kept(List<Rgb> colours, int pinned, int k, ColourHistogram histogram) {
        List<Rgb> kept = new ArrayList<>(colours);
        for (int round = 0; round < MOST; round++) {
            Rgb missed = missed(kept, histogram);
            if (missed == null || (kept.size() >= k && !makesRoom(kept, pinned, nearest(missed, kept) / ALIKE))) {
                break;
            }
            kept.add(missed);
        }
        return kept;
    }

    /** The most missed of the colours that the picture is drawn in. */
    private static @Nullable Rgb missed(List<Rgb> kept, ColourHistogram histogram) {
        Rgb most = null;
        double furthest = MISSED;
        for (int rgb : histogram.exactColours()) {
            if (histogram.exactCount(rgb) >= FEWEST) {
                double far = nearest(Rgb.of(rgb), kept);
                if (far > furthest) {
                    furthest = far;
                    most = Rgb.of(rgb);
                }
            }
        }
        return most;
    }

    private static double nearest(Rgb colour, List<Rgb> others) {
        Lab lab = Lab.of(colour);
        return others.stream()
                .mapToDouble(other -> lab.difference(Lab.of(other)))
                .min()
                .orElse(0);
    }

    /** Gives up the lighter of the two that are most alike, if they are alike enough. */
    private static boolean makesRoom(List<Rgb> kept, int pinned, double alike) {
        int given = -1;
        double least = alike;
        for (int at = Math.max(1, pinned); at < kept.size(); at++) {
            double near = nearest(kept.get(at), kept.subList(0, at));
            if (near < least) {
                least = near;
                given = at;
            }
        }
        if (given < 0) {
            return false;
        }
        kept.remove(given);
        return true;
    }
}
