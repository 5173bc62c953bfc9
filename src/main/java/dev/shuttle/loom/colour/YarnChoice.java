package dev.shuttle.loom.colour;

import java.util.Arrays;

/** Chooses yarns of a card for a picture: the most useful one first, then exchanges as long as one helps. */
final class YarnChoice {
    private final ColourSamples samples;
    private final float[] yarns;
    /** Squared distance of every sample to the nearest pinned colour. */
    private final float[] base;

    YarnChoice(ColourSamples samples, float[] pinned, float[] yarns) {
        this.samples = samples;
        this.yarns = yarns;
        this.base = new float[samples.count()];
        Arrays.fill(base, Float.MAX_VALUE);
        for (int c = 0; c < pinned.length / 3; c++) {
            lower(base, pinned, c);
        }
    }

    private void lower(float[] least, float[] places, int c) {
        for (int i = 0; i < least.length; i++) {
            least[i] = Math.min(least[i], distance(i, places, c));
        }
    }

    private float distance(int sample, float[] places, int c) {
        float sum = 0;
        for (int t = 0; t < 3; t++) {
            float d = samples.places()[3 * sample + t] - places[3 * c + t];
            sum += d * d;
        }
        return sum;
    }

    /** Indices of {@code n} yarns. */
    int[] best(int n) {
        int[] chosen = new int[0];
        while (chosen.length < n) {
            int next = bestBeside(chosen);
            chosen = Arrays.copyOf(chosen, chosen.length + 1);
            chosen[chosen.length - 1] = next;
        }
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < n; i++) {
                int[] others = without(chosen, i);
                chosen[i] = bestBeside(others);
            }
        }
        return chosen;
    }

    private static int[] without(int[] all, int index) {
        int[] rest = new int[all.length - 1];
        System.arraycopy(all, 0, rest, 0, index);
        System.arraycopy(all, index + 1, rest, index, rest.length - index);
        return rest;
    }

    private int bestBeside(int[] chosen) {
        float[] least = base.clone();
        for (int c : chosen) {
            lower(least, yarns, c);
        }
        int best = -1;
        double lowest = Double.MAX_VALUE;
        for (int yarn = 0; yarn < yarns.length / 3; yarn++) {
            double error = Arrays.binarySearch(sorted(chosen), yarn) >= 0 ? Double.MAX_VALUE : error(least, yarn);
            if (best < 0 || error < lowest) {
                lowest = error;
                best = yarn;
            }
        }
        return best;
    }

    private static int[] sorted(int[] values) {
        int[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private double error(float[] least, int yarn) {
        double sum = 0;
        for (int i = 0; i < least.length; i++) {
            sum += (double) samples.weights()[i] * Math.min(least[i], distance(i, yarns, yarn));
        }
        return sum;
    }
}
