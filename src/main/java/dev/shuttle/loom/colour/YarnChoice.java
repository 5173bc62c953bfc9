package dev.shuttle.loom.colour;

import java.util.Arrays;

/**
 * Chooses yarns of a card for a picture: the most useful one first, then exchanges as long as one helps. What each yarn
 * would gain is kept up to date where a choice changes something, and not summed anew over the whole picture for every
 * choice; so cards may have thousands of yarns.
 */
final class YarnChoice {
    private static final int ROUNDS = 8;
    /** An exchange that gains less than this part of what is wrong is chance of rounding. */
    private static final double LEAST_GAIN = 1e-9;

    private final float[] places;
    private final float[] weights;
    private final float[] yarns;
    private final NearestYarns nearest;
    private final double[] gains;
    private final boolean[] taken;
    private int[] chosen = new int[0];
    private long distances;

    YarnChoice(ColourSamples samples, float[] pinned, float[] yarns) {
        this.places = samples.places();
        this.weights = samples.weights();
        this.yarns = yarns;
        this.nearest = new NearestYarns(samples, pinned);
        this.gains = new double[yarns.length / 3];
        this.taken = new boolean[yarns.length / 3];
    }

    /** Indices of {@code n} yarns. */
    int[] best(int n) {
        appraise();
        while (chosen.length < n) {
            chosen = Arrays.copyOf(chosen, chosen.length + 1);
            chosen[chosen.length - 1] = -1;
            put(chosen.length - 1, mostGaining(gains));
        }
        boolean changed = n > 1;
        for (int round = 0; changed && round < ROUNDS; round++) {
            changed = false;
            for (int slot = 0; slot < n; slot++) {
                changed |= exchange(slot);
            }
        }
        return chosen;
    }

    /** How many distances between a sample and a yarn have been computed so far: what the choice costs. */
    long distances() {
        return distances + nearest.distances();
    }

    /** What every yarn would gain beside the pinned ones; where there are none, its error counts against it. */
    private void appraise() {
        for (int yarn = 0; yarn < gains.length; yarn++) {
            for (int i = 0; i < weights.length; i++) {
                float d = distance(i, yarn);
                gains[yarn] += weights[i] * (double) (nearest.isOpen(i) ? -d : Math.max(0, nearest.first(i) - d));
            }
        }
        distances += (long) gains.length * weights.length;
    }

    private float distance(int sample, int yarn) {
        float x = places[3 * sample] - yarns[3 * yarn];
        float y = places[3 * sample + 1] - yarns[3 * yarn + 1];
        float z = places[3 * sample + 2] - yarns[3 * yarn + 2];
        return x * x + y * y + z * z;
    }

    private int mostGaining(double[] of) {
        int best = -1;
        for (int yarn = 0; yarn < of.length; yarn++) {
            if (!taken[yarn] && (best < 0 || of[yarn] > of[best])) {
                best = yarn;
            }
        }
        return best;
    }

    /** Gives the slot to the yarn that is best beside all others; whether that is another one than before. */
    private boolean exchange(int slot) {
        int before = chosen[slot];
        double[] without = gains.clone();
        for (int i = 0; i < weights.length; i++) {
            if (nearest.owner(i) == slot) {
                addRegained(without, i);
            }
        }
        double own = without[before];
        int best = mostGaining(without);
        if (best < 0 || without[best] - own <= LEAST_GAIN * (own + nearest.error())) {
            return false;
        }
        put(slot, best);
        return true;
    }

    /** Adds what each yarn would gain more at a sample if that had lost its nearest yarn. */
    private void addRegained(double[] more, int sample) {
        float first = nearest.first(sample);
        float second = nearest.second(sample);
        for (int yarn = 0; yarn < more.length; yarn++) {
            float d = Math.max(first, distance(sample, yarn));
            more[yarn] += weights[sample] * (double) Math.max(0, second - d);
        }
        distances += more.length;
    }

    private void put(int slot, int yarn) {
        if (chosen[slot] >= 0) {
            taken[chosen[slot]] = false;
        }
        taken[yarn] = true;
        chosen[slot] = yarn;
        float[] before = nearest.firsts();
        boolean open = before.length > 0 && nearest.isOpen(0);
        nearest.update(chosen, yarns);
        if (open) {
            Arrays.fill(gains, 0);
            appraise();
        } else {
            reappraise(before);
        }
    }

    /** Brings the gains up to date where the nearest yarn is another than before. */
    private void reappraise(float[] before) {
        for (int i = 0; i < before.length; i++) {
            float now = nearest.first(i);
            if (now != before[i]) {
                for (int yarn = 0; yarn < gains.length; yarn++) {
                    float d = distance(i, yarn);
                    gains[yarn] += weights[i] * (double) (Math.max(0, now - d) - Math.max(0, before[i] - d));
                }
                distances += gains.length;
            }
        }
    }
}
