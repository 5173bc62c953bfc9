package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.colour.ColourBins;
import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.CellCosts;
import dev.shuttle.loom.convert.grid.LabelContrast;
import dev.shuttle.loom.image.Picture;
import java.util.List;

/** What it costs to show a colour of the picture by a colour of the palette: their squared perceptual distance. */
public final class ColourCosts {
    /** Up to this squared distance a pixel counts as showing the colour itself. */
    private static final float PURE = 9;
    /** Up to this squared distance a bin of the histogram may hold two colours of the palette, or nearly. */
    private static final float ALIKE = 12;

    private final float[] bins = ColourBins.shared();
    private final float[] palette;
    private final int[] packed;
    /** For each pair of labels whether their colours are {@link #ALIKE}. */
    private final boolean[] alike;

    public ColourCosts(List<Rgb> colours) {
        palette = new float[3 * colours.size()];
        packed = new int[colours.size()];
        for (int i = 0; i < packed.length; i++) {
            System.arraycopy(PerceptualSpace.of(colours.get(i)), 0, palette, 3 * i, 3);
            packed[i] = colours.get(i).packed();
        }
        alike = new boolean[packed.length * packed.length];
        for (int i = 0; i < alike.length; i++) {
            alike[i] = betweenLabels(i / packed.length, i % packed.length) < ALIKE;
        }
    }

    public int size() {
        return packed.length;
    }

    /** 0xRRGGBB of a label. */
    int packed(int label) {
        return packed[label];
    }

    /** The costs of a picture's pixels. */
    public CellCosts of(Picture picture) {
        byte[] bgr = picture.bgr();
        return new CellCosts() {
            @Override
            public int place(int cell) {
                int at = 3 * cell;
                return 3 * ColourHistogram.bin((bgr[at + 2] & 255) << 16 | (bgr[at + 1] & 255) << 8 | (bgr[at] & 255));
            }

            @Override
            public float cost(int place, int label) {
                return costAt(place, label);
            }
        };
    }

    /** What it costs to show one label's colour by another label. */
    public float betweenLabels(int one, int other) {
        float x = palette[3 * one] - palette[3 * other];
        float y = palette[3 * one + 1] - palette[3 * other + 1];
        float z = palette[3 * one + 2] - palette[3 * other + 2];
        return x * x + y * y + z * z;
    }

    private float costAt(int place, int label) {
        float x = bins[place] - palette[3 * label];
        float y = bins[place + 1] - palette[3 * label + 1];
        float z = bins[place + 2] - palette[3 * label + 2];
        return x * x + y * y + z * z;
    }

    /** Where in the perceptual space a place given by {@link #of} lies. */
    static void spot(int place, float[] to, int at) {
        System.arraycopy(ColourBins.shared(), place, to, at, 3);
    }

    /** The cost of showing a bin of a {@link ColourHistogram} as {@code label}. */
    float binCost(int bin, int label) {
        return costAt(3 * bin, label);
    }

    /** How far apart two labels look, from a table. */
    public LabelContrast contrast() {
        int k = packed.length;
        float[] table = new float[k * k];
        for (int i = 0; i < table.length; i++) {
            float sum = 0;
            for (int t = 0; t < 3; t++) {
                float d = palette[i / k * 3 + t] - palette[i % k * 3 + t];
                sum += d * d;
            }
            table[i] = (float) Math.sqrt(sum);
        }
        return (one, other) -> table[one * k + other];
    }

    float lightness(int label) {
        return palette[3 * label];
    }

    /** The cost of showing the packed {@code rgb} as {@code label}. */
    public float cost(int rgb, int label) {
        return costAt(3 * ColourHistogram.bin(rgb), label);
    }

    /**
     * The label nearest to a packed colour among {@code label}, the nearest of its bin, and those much like it: they may
     * be closer to each other than a bin is wide.
     */
    int nearestAlike(int rgb, int label) {
        int best = label;
        int least = Integer.MAX_VALUE;
        for (int c = 0; c < packed.length; c++) {
            if (alike[label * packed.length + c]) {
                int r = (rgb >> 16 & 255) - (packed[c] >> 16 & 255);
                int g = (rgb >> 8 & 255) - (packed[c] >> 8 & 255);
                int b = (rgb & 255) - (packed[c] & 255);
                int distance = r * r + g * g + b * b;
                if (distance < least) {
                    least = distance;
                    best = c;
                }
            }
        }
        return best;
    }

    /** Whether another colour is so much like the label's that one bin may hold both. */
    boolean isAmbiguous(int label) {
        for (int c = 0; c < packed.length; c++) {
            if (c != label && alike[label * packed.length + c]) {
                return true;
            }
        }
        return false;
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
