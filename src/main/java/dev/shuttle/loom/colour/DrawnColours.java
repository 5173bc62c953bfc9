package dev.shuttle.loom.colour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The colours that areas are drawn in. Each is one colour with little around it: what a JPEG made of it. Where areas run
 * from one colour into another nothing is drawn in single colours.
 */
public final class DrawnColours {
    /** More than this nobody draws by hand. */
    public static final int MOST = 48;
    /** Squared perceptual distance up to which a colour is one that is drawn already. */
    private static final float SAME = 5;
    /** Up to this it may be one, if it shows less than what there is around that one anyway. */
    private static final float NEAR = 64;
    /** Of the pixels of all areas but the ground at least these show a drawn colour, or one that differs from it by a JPEG's noise only. */
    private static final double MOSTLY = 0.96;

    private static final float TOLD_APART = 1.2f;

    private final int[] colours;
    private final long[] counts;
    private final float[] places;
    /** Of each colour that is drawn the pixels that show something else near it. */
    private final long[] around;

    private final List<Integer> drawn = new ArrayList<>();
    private long exact;
    private long all;

    private DrawnColours(ExactColours flat) {
        int[] found = flat.colours();
        Integer[] order = new Integer[found.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(i -> -flat.count(found[i])));
        colours = new int[found.length];
        counts = new long[found.length];
        places = new float[3 * found.length];
        around = new long[found.length];
        for (int i = 0; i < found.length; i++) {
            colours[i] = found[order[i]];
            counts[i] = flat.count(colours[i]);
            System.arraycopy(PerceptualSpace.of(Rgb.of(colours[i])), 0, places, 3 * i, 3);
        }
    }

    /**
     * The colours, the largest area first; none where the picture is not drawn in single colours.
     *
     * @param flat what pixels within areas show, those at edges left out
     * @param least how many pixels of it a colour needs
     */
    public static List<Rgb> of(ExactColours flat, long least) {
        if (flat.areTooMany()) {
            return List.of();
        }
        DrawnColours colours = new DrawnColours(flat);
        colours.gather(least);
        return colours.drawn.size() <= MOST && colours.areSingle()
                ? colours.drawn.stream().map(i -> Rgb.of(colours.colours[i])).toList()
                : List.of();
    }

    /** Of something small on a large ground the ground says nothing. */
    private boolean areSingle() {
        long ground = drawn.isEmpty() ? 0 : counts[0] + around[0];
        return exact - ground >= MOSTLY * (all - ground);
    }

    private void gather(long least) {
        for (int i = 0; i < colours.length && drawn.size() <= MOST; i++) {
            all += counts[i];
            int nearest = nearest(i);
            float distance = nearest < 0 ? Float.MAX_VALUE : distance(nearest, i);
            if (distance < SAME || (distance < NEAR && counts[i] < around[nearest])) {
                around[nearest] += counts[i];
                exact += distance < TOLD_APART ? counts[i] : 0;
            } else if (counts[i] >= least) {
                drawn.add(i);
                exact += counts[i];
            }
        }
    }

    private int nearest(int colour) {
        int best = -1;
        float least = Float.MAX_VALUE;
        for (int other : drawn) {
            float distance = distance(other, colour);
            if (distance < least) {
                least = distance;
                best = other;
            }
        }
        return best;
    }

    private float distance(int one, int other) {
        float x = places[3 * one] - places[3 * other];
        float y = places[3 * one + 1] - places[3 * other + 1];
        float z = places[3 * one + 2] - places[3 * other + 2];
        return x * x + y * y + z * z;
    }
}
