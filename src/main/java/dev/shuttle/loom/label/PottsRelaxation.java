package dev.shuttle.loom.label;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * Lowers the energy of a label map: the cost of every pixel's colour plus {@code smoothness} for every neighbour with
 * another label (a Potts model over eight neighbours, diagonal ones weighing 1/sqrt 2). Pixel after pixel takes the best
 * label its neighbours offer; bands of rows alternate so that the outcome does not depend on the number of threads.
 */
public final class PottsRelaxation {
    private static final int BAND = 64;
    private static final float DIAGONAL = 0.70710677f;
    /** More than half of the weight of all neighbours, nearly: no other label could win. */
    private static final float SETTLED = 3.2f;

    private final Picture picture;
    private final ColourCosts costs;
    private final byte[] labels;
    private final float smoothness;
    private final int width;
    private final int height;

    public PottsRelaxation(Picture picture, ColourCosts costs, byte[] labels, float smoothness) {
        this.picture = picture;
        this.costs = costs;
        this.labels = labels;
        this.smoothness = smoothness;
        this.width = picture.width();
        this.height = picture.height();
    }

    /** Runs over all pixels {@code rounds} times, then takes the {@link RampResolution#FIXED} flags off. */
    public void run(int rounds, RowBands bands) {
        int pairs = (height + 2 * BAND - 1) / (2 * BAND);
        for (int round = 0; round < rounds; round++) {
            for (int odd = 0; odd < 2; odd++) {
                int start = odd * BAND;
                bands.run(pairs, 1, (from, to) -> {
                    for (int pair = from; pair < to; pair++) {
                        int top = pair * 2 * BAND + start;
                        rows(top, Math.min(height, top + BAND));
                    }
                });
            }
        }
        bands.run(height, BAND, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                labels[i] &= 0x7f;
            }
        });
    }

    private void rows(int from, int to) {
        int[] around = new int[8];
        for (int y = Math.max(1, from); y < Math.min(height - 1, to); y++) {
            int row = y * width;
            for (int x = 1; x < width - 1; x++) {
                int i = row + x;
                int own = labels[i];
                if (own >= 0 && !isSurrounded(i, own)) {
                    labels[i] = (byte) best(x, y, i, own, around);
                }
            }
        }
    }

    /** Whether three of the four nearest neighbours share the label: then none could win. */
    private boolean isSurrounded(int i, int own) {
        int same = (labels[i - 1] & 0x7f) == own ? 1 : 0;
        same += (labels[i + 1] & 0x7f) == own ? 1 : 0;
        same += (labels[i - width] & 0x7f) == own ? 1 : 0;
        same += (labels[i + width] & 0x7f) == own ? 1 : 0;
        return same >= 3;
    }

    private int best(int x, int y, int i, int own, int[] around) {
        around[0] = labels[i - width] & 0x7f;
        around[1] = labels[i - 1] & 0x7f;
        around[2] = labels[i + 1] & 0x7f;
        around[3] = labels[i + width] & 0x7f;
        around[4] = labels[i - width - 1] & 0x7f;
        around[5] = labels[i - width + 1] & 0x7f;
        around[6] = labels[i + width - 1] & 0x7f;
        around[7] = labels[i + width + 1] & 0x7f;
        float support = support(own, around);
        if (support > SETTLED) {
            return own;
        }
        int rgb = picture.rgb(x, y);
        // a colour that nothing beside it has is a region of one cell, which must go anyway
        float least = support == 0 ? Float.MAX_VALUE : costs.cost(rgb, own) - smoothness * support;
        int best = own;
        for (int n = 0; n < 8; n++) {
            int label = around[n];
            if (label != own && isFirst(label, n, around)) {
                float gained = smoothness * support(label, around);
                if (support == 0 || gained > smoothness * support) {
                    float energy = costs.cost(rgb, label) - gained;
                    if (energy < least) {
                        least = energy;
                        best = label;
                    }
                }
            }
        }
        return best;
    }

    private static boolean isFirst(int label, int n, int[] around) {
        for (int m = 0; m < n; m++) {
            if (around[m] == label) {
                return false;
            }
        }
        return true;
    }

    private static float support(int label, int[] around) {
        int straight = 0;
        int slanted = 0;
        for (int n = 0; n < 4; n++) {
            straight += around[n] == label ? 1 : 0;
            slanted += around[n + 4] == label ? 1 : 0;
        }
        return straight + DIAGONAL * slanted;
    }
}
