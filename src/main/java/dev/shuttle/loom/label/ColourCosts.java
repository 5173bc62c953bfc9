package dev.shuttle.loom.label;

import dev.shuttle.loom.colour.ColourBins;
import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.colour.Rgb;
import java.util.List;

/** What it costs to show a colour of the picture by a colour of the palette: their squared perceptual distance. */
public final class ColourCosts {
    /** Up to this squared distance a pixel counts as showing the colour itself. */
    private static final float PURE = 9;

    private final float[] bins = ColourBins.shared();
    private final float[] palette;
    private final int[] packed;

    public ColourCosts(List<Rgb> colours) {
        palette = new float[3 * colours.size()];
        packed = new int[colours.size()];
        for (int i = 0; i < packed.length; i++) {
            System.arraycopy(PerceptualSpace.of(colours.get(i)), 0, palette, 3 * i, 3);
            packed[i] = colours.get(i).packed();
        }
    }

    public int size() {
        return packed.length;
    }

    /** 0xRRGGBB of a label. */
    int packed(int label) {
        return packed[label];
    }

    float lightness(int label) {
        return palette[3 * label];
    }

    /** The cost of showing the packed {@code rgb} as {@code label}. */
    public float cost(int rgb, int label) {
        int at = 3 * ColourHistogram.bin(rgb);
        float x = bins[at] - palette[3 * label];
        float y = bins[at + 1] - palette[3 * label + 1];
        float z = bins[at + 2] - palette[3 * label + 2];
        return x * x + y * y + z * z;
    }

    /** The squared distance of two colours of the palette. */
    public float between(int label, int other) {
        float x = palette[3 * label] - palette[3 * other];
        float y = palette[3 * label + 1] - palette[3 * other + 1];
        float z = palette[3 * label + 2] - palette[3 * other + 2];
        return x * x + y * y + z * z;
    }

    /** The cheapest label, with its flag of impurity, of every bin from {@code from} to {@code to}. */
    void nearest(byte[] byBin, int from, int to) {
        int k = packed.length;
        for (int bin = from; bin < to; bin++) {
            float l = bins[3 * bin];
            float a = bins[3 * bin + 1];
            float b = bins[3 * bin + 2];
            int best = 0;
            float least = Float.MAX_VALUE;
            for (int c = 0; c < k; c++) {
                float x = l - palette[3 * c];
                float y = a - palette[3 * c + 1];
                float z = b - palette[3 * c + 2];
                float d = x * x + y * y + z * z;
                if (d < least) {
                    least = d;
                    best = c;
                }
            }
            byBin[bin] = (byte) (least > PURE ? best | NearestLabels.IMPURE : best);
        }
    }
}
