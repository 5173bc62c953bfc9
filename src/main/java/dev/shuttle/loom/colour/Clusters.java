package dev.shuttle.loom.colour;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Weighted k-means over {@link ColourSamples}, with the first {@code fixed} centres held where they are. Deterministic.
 */
final class Clusters {
    private final ColourSamples samples;
    private final int fixed;
    private final int[] owner;
    /** Three floats a centre. */
    float[] centres;
    /** Weighted squared distance of each centre's samples. */
    double[] error;

    double[] weight;
    double total;

    Clusters(ColourSamples samples, float[] centres, int fixed) {
        this.samples = samples;
        this.centres = centres;
        this.fixed = fixed;
        this.owner = new int[samples.count()];
        this.error = new double[0];
        this.weight = new double[0];
    }

    int size() {
        return centres.length / 3;
    }

    int samples() {
        return owner.length;
    }

    int owner(int sample) {
        return owner[sample];
    }

    /** Moves the centres until the error falls by less than {@code tolerance} of itself, {@code rounds} times at most. */
    Clusters settle(int rounds, double tolerance) {
        assign();
        for (int round = 0; round < rounds; round++) {
            double before = total;
            move();
            assign();
            if (before - total <= tolerance * before) {
                break;
            }
        }
        return this;
    }

    /** Centres at the heaviest of their samples, where that has {@code share} of a cluster's weight or more. */
    Clusters withCores(double share) {
        int[] core = new int[size()];
        Arrays.fill(core, -1);
        for (int i = 0; i < owner.length; i++) {
            int c = owner[i];
            boolean heavy = samples.weights()[i] >= share * weight[c];
            if (c >= fixed && heavy && (core[c] < 0 || samples.weights()[i] > samples.weights()[core[c]])) {
                core[c] = i;
            }
        }
        for (int c = 0; c < core.length; c++) {
            if (core[c] >= 0) {
                System.arraycopy(samples.places(), 3 * core[c], centres, 3 * c, 3);
            }
        }
        return this;
    }

    /** Gives every sample to its nearest centre and sums the errors. */
    void assign() {
        int k = size();
        error = new double[k];
        weight = new double[k];
        total = 0;
        float[] p = samples.places();
        for (int i = 0; i < owner.length; i++) {
            float x = p[3 * i];
            float y = p[3 * i + 1];
            float z = p[3 * i + 2];
            int best = owner[i] < k ? owner[i] : 0;
            float least = distance(best, x, y, z);
            for (int c = 0; c < k; c++) {
                float dx = x - centres[3 * c];
                float d = dx * dx;
                if (d < least) {
                    float dy = y - centres[3 * c + 1];
                    float dz = z - centres[3 * c + 2];
                    d += dy * dy + dz * dz;
                    if (d < least) {
                        least = d;
                        best = c;
                    }
                }
            }
            owner[i] = best;
            double e = (double) least * samples.weights()[i];
            error[best] += e;
            weight[best] += samples.weights()[i];
            total += e;
        }
    }

    private float distance(int centre, float x, float y, float z) {
        float dx = x - centres[3 * centre];
        float dy = y - centres[3 * centre + 1];
        float dz = z - centres[3 * centre + 2];
        return dx * dx + dy * dy + dz * dz;
    }

    private void move() {
        double[] sums = new double[centres.length];
        for (int i = 0; i < owner.length; i++) {
            float w = samples.weights()[i];
            for (int t = 0; t < 3; t++) {
                sums[3 * owner[i] + t] += (double) w * samples.places()[3 * i + t];
            }
        }
        for (int c = fixed; c < size(); c++) {
            for (int t = 0; t < 3 && weight[c] > 0; t++) {
                centres[3 * c + t] = (float) (sums[3 * c + t] / weight[c]);
            }
        }
    }

    /** A new centre for part of cluster {@code c}: its samples are cut across their longest axis, at their mean. */
    float[] split(int c) {
        float[] mean = mean(c, null, 0);
        float[] axis = longestAxis(c, mean);
        return mean(c, axis, axis[0] * mean[0] + axis[1] * mean[1] + axis[2] * mean[2]);
    }

    /** The mean of the samples of {@code c}, or of those beyond {@code offset} along {@code axis}. */
    private float[] mean(int c, float @Nullable [] axis, float offset) {
        double[] sum = new double[4];
        float[] p = samples.places();
        for (int i = 0; i < owner.length; i++) {
            if (owner[i] == c
                    && (axis == null
                            || axis[0] * p[3 * i] + axis[1] * p[3 * i + 1] + axis[2] * p[3 * i + 2] > offset)) {
                float w = samples.weights()[i];
                sum[3] += w;
                for (int t = 0; t < 3; t++) {
                    sum[t] += (double) w * p[3 * i + t];
                }
            }
        }
        float[] mean = Arrays.copyOfRange(centres, 3 * c, 3 * c + 3);
        for (int t = 0; t < 3 && sum[3] > 0; t++) {
            mean[t] = (float) (sum[t] / sum[3]);
        }
        return mean;
    }

    /** The first principal axis, by power iteration on the covariance. */
    private float[] longestAxis(int c, float[] mean) {
        double[] s = new double[6];
        float[] p = samples.places();
        for (int i = 0; i < owner.length; i++) {
            if (owner[i] == c) {
                float w = samples.weights()[i];
                double x = p[3 * i] - mean[0];
                double y = p[3 * i + 1] - mean[1];
                double z = p[3 * i + 2] - mean[2];
                s[0] += w * x * x;
                s[1] += w * x * y;
                s[2] += w * x * z;
                s[3] += w * y * y;
                s[4] += w * y * z;
                s[5] += w * z * z;
            }
        }
        double[] v = {0.8, 0.5, 0.33};
        for (int round = 0; round < 16; round++) {
            double x = s[0] * v[0] + s[1] * v[1] + s[2] * v[2];
            double y = s[1] * v[0] + s[3] * v[1] + s[4] * v[2];
            double z = s[2] * v[0] + s[4] * v[1] + s[5] * v[2];
            double length = Math.sqrt(x * x + y * y + z * z);
            if (length == 0) {
                break;
            }
            v = new double[] {x / length, y / length, z / length};
        }
        return new float[] {(float) v[0], (float) v[1], (float) v[2]};
    }

    /** What leaving out each centre would add to the error: its samples go to the next nearest. */
    double[] costOfRemoval() {
        int k = size();
        double[] cost = new double[k];
        float[] p = samples.places();
        for (int i = 0; i < owner.length; i++) {
            float second = Float.MAX_VALUE;
            for (int c = 0; c < k; c++) {
                if (c != owner[i]) {
                    second = Math.min(second, distance(c, p[3 * i], p[3 * i + 1], p[3 * i + 2]));
                }
            }
            float first = distance(owner[i], p[3 * i], p[3 * i + 1], p[3 * i + 2]);
            cost[owner[i]] += (double) samples.weights()[i] * (second - first);
        }
        return cost;
    }
}
