package dev.shuttle.loom.colour;

import java.util.Arrays;

/**
 * Counts colours one by one, unlike a {@link ColourHistogram}, as long as there are not too many of them: artwork is
 * drawn in few colours, and two of them may be nearly alike.
 */
public final class ExactColours {
    /** With more colours than this it is not one by one that they matter. */
    private static final int MOST = 4096;

    private static final int SLOTS = 4 * MOST;
    private static final int FREE = -1;

    private final int[] colours = new int[SLOTS];
    private final long[] counts = new long[SLOTS];
    private int distinct;
    /** Where the colour is that was counted last: flat areas show it many times. */
    private int last;

    public ExactColours() {
        Arrays.fill(colours, FREE);
    }

    /** Counts a packed 0xRRGGBB {@code count} times. */
    public void add(int rgb, long count) {
        if (distinct <= MOST) {
            if (colours[last] != rgb) {
                last = slot(rgb);
                if (colours[last] == FREE) {
                    colours[last] = rgb;
                    distinct++;
                }
            }
            counts[last] += count;
        }
    }

    /** Adds all that {@code other} has counted. */
    public void add(ExactColours other) {
        for (int slot = 0; slot < SLOTS && distinct <= MOST; slot++) {
            if (other.colours[slot] != FREE) {
                add(other.colours[slot], other.counts[slot]);
            }
        }
        distinct = Math.max(distinct, other.areTooMany() ? MOST + 1 : 0);
    }

    /** Whether counting was given up. */
    public boolean areTooMany() {
        return distinct > MOST;
    }

    /** How many different colours have been counted, as long as they are not {@link #areTooMany}. */
    public int distinct() {
        return distinct;
    }

    /** The colours counted, 0xRRGGBB, ascending. */
    int[] colours() {
        return Arrays.stream(colours).filter(rgb -> rgb != FREE).sorted().toArray();
    }

    /** How often a colour has been counted that has been counted at all. */
    public long count(int rgb) {
        return counts[slot(rgb)];
    }

    private int slot(int rgb) {
        int slot = (rgb * 0x9e3779b1) >>> 18;
        while (colours[slot] != FREE && colours[slot] != rgb) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }
}
