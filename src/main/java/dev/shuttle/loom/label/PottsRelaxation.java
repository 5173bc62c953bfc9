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
        float[] weight = new float[costs.size()];
        int[] seen = new int[9];
        for (int y = from; y < to; y++) {
            int row = y * width;
            boolean inner = y > 0 && y < height - 1;
            for (int x = 0; x < width; x++) {
                int i = row + x;
                byte own = labels[i];
                if (own >= 0 && !(inner && x > 0 && x < width - 1 && isSettled(i, own))) {
                    labels[i] = (byte) best(x, y, i, weight, seen);
                }
            }
        }
    }

    /** Whether so many neighbours share the label that no other could win: more than half by weight. */
    private boolean isSettled(int i, byte own) {
        int straight = 0;
        straight += (labels[i - 1] & 0x7f) == own ? 1 : 0;
        straight += (labels[i + 1] & 0x7f) == own ? 1 : 0;
        straight += (labels[i - width] & 0x7f) == own ? 1 : 0;
        straight += (labels[i + width] & 0x7f) == own ? 1 : 0;
        if (straight >= 3) {
            return true;
        }
        int slanted = 0;
        slanted += (labels[i - width - 1] & 0x7f) == own ? 1 : 0;
        slanted += (labels[i - width + 1] & 0x7f) == own ? 1 : 0;
        slanted += (labels[i + width - 1] & 0x7f) == own ? 1 : 0;
        slanted += (labels[i + width + 1] & 0x7f) == own ? 1 : 0;
        return straight + DIAGONAL * slanted > 3.2f;
    }

    private int best(int x, int y, int i, float[] weight, int[] seen) {
        int own = labels[i] & 255;
        int count = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int nx = x + dx;
                int ny = y + dy;
                if ((dx | dy) != 0 && nx >= 0 && nx < width && ny >= 0 && ny < height) {
                    int label = labels[ny * width + nx] & 0x7f;
                    if (weight[label] == 0) {
                        seen[count++] = label;
                    }
                    weight[label] += dx * dy == 0 ? 1 : DIAGONAL;
                }
            }
        }
        int rgb = picture.rgb(x, y);
        int best = own;
        float least = costs.cost(rgb, own) - smoothness * weight[own];
        for (int n = 0; n < count; n++) {
            int label = seen[n];
            if (label != own) {
                float energy = costs.cost(rgb, label) - smoothness * weight[label];
                if (energy < least) {
                    least = energy;
                    best = label;
                }
            }
        }
        for (int n = 0; n < count; n++) {
            weight[seen[n]] = 0;
        }
        return best;
    }
}
