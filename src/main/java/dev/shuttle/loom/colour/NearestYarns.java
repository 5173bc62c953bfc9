package dev.shuttle.loom.colour;

import java.util.Arrays;

/** For every sample the nearest of the yarns chosen so far, and how far the next one is. */
final class NearestYarns {
    /** The owner of samples that a pinned yarn is nearest to. */
    static final int PINNED = -1;

    private final ColourSamples samples;
    /** Squared distance of every sample to the nearest pinned colour. */
    private final float[] base;

    private final float[] first;
    private final float[] second;
    private final int[] owner;
    private long distances;

    NearestYarns(ColourSamples samples, float[] pinned) {
        this.samples = samples;
        this.base = new float[samples.count()];
        Arrays.fill(base, Float.MAX_VALUE);
        for (int c = 0; c < pinned.length / 3; c++) {
            for (int i = 0; i < base.length; i++) {
                base[i] = Math.min(base[i], distance(i, pinned, c));
            }
        }
        this.first = base.clone();
        this.second = base.clone();
        this.owner = new int[base.length];
        Arrays.fill(owner, PINNED);
    }

    /** Whether nothing has been chosen or pinned yet. */
    boolean isOpen(int sample) {
        return first[sample] == Float.MAX_VALUE;
    }

    /** The squared distance to the nearest. */
    float first(int sample) {
        return first[sample];
    }

    /** A copy of all nearest distances. */
    float[] firsts() {
        return first.clone();
    }

    /** The squared distance to the nearest but for the {@link #owner}. */
    float second(int sample) {
        return second[sample];
    }

    /** The place among the chosen of the nearest yarn, or {@link #PINNED}. */
    int owner(int sample) {
        return owner[sample];
    }

    /** Looks at all chosen anew. */
    void update(int[] chosen, float[] yarns) {
        for (int i = 0; i < first.length; i++) {
            float least = base[i];
            float next = base[i];
            int best = PINNED;
            for (int slot = 0; slot < chosen.length; slot++) {
                float d = distance(i, yarns, chosen[slot]);
                if (d < least) {
                    next = least;
                    least = d;
                    best = slot;
                } else if (d < next) {
                    next = d;
                }
            }
            first[i] = least;
            second[i] = next;
            owner[i] = best;
        }
        distances += (long) first.length * chosen.length;
    }

    /** Weighted squared distance of all samples to the nearest. */
    double error() {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += (double) samples.weights()[i] * first[i];
        }
        return sum;
    }

    long distances() {
        return distances;
    }

    private float distance(int sample, float[] places, int c) {
        float sum = 0;
        for (int t = 0; t < 3; t++) {
            float d = samples.places()[3 * sample + t] - places[3 * c + t];
            sum += d * d;
        }
        return sum;
    }
}
