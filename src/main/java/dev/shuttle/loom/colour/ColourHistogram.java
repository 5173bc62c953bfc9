package dev.shuttle.loom.colour;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a picture shows which colour: 6 bits a channel, with the exact mean of every bin (a bin's centre would
 * cost a quarter of a CIEDE2000 unit over a whole picture).
 */
public final class ColourHistogram {
    static final int BINS = 1 << 18;
    private static final int FIELDS = 4;

    // weight, then the weighted sums of the two low bits of red, green and blue: one cache line holds four bins
    private final int[] cells = new int[BINS * FIELDS];
    private @Nullable ExactColours exact;
    private int exactFactor;

    /** Counts a packed 0xRRGGBB with a weight of 1 or more; the sum of weights must stay below 2^29. */
    public void add(int rgb, int weight) {
        int at = bin(rgb) * FIELDS;
        cells[at] += weight;
        cells[at + 1] += (rgb >> 16 & 3) * weight;
        cells[at + 2] += (rgb >> 8 & 3) * weight;
        cells[at + 3] += (rgb & 3) * weight;
    }

    /** Counts packed colours once each. */
    public void add(int[] colours) {
        for (int rgb : colours) {
            add(rgb, 1);
        }
    }

    /** Adds all that {@code other} has counted to this, which is returned. */
    public ColourHistogram plus(ColourHistogram other) {
        add(other, 1);
        return this;
    }

    /** Adds all that {@code other} has counted, {@code factor} times. */
    public void add(ColourHistogram other, int factor) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] += factor * other.cells[i];
        }
    }

    /** Adds colours that are to be told apart within a bin too, {@code factor} times; once only. */
    public void add(ExactColours colours, int factor) {
        exact = colours;
        exactFactor = factor;
    }

    /** The sum of all weights, exact colours aside. */
    public long total() {
        long total = 0;
        for (int i = 0; i < cells.length; i += FIELDS) {
            total += cells[i];
        }
        return total;
    }

    /** The bin of a packed colour: the 6 high bits of each channel. */
    public static int bin(int rgb) {
        return (rgb >> 6 & 0x3f000) | (rgb >> 4 & 0xfc0) | (rgb >> 2 & 0x3f);
    }

    public int weight(int bin) {
        return cells[bin * FIELDS];
    }

    /** The mean of the colours counted in a bin. */
    public Rgb mean(int bin) {
        return new Rgb(Math.round(red(bin)), Math.round(green(bin)), Math.round(blue(bin)));
    }

    float red(int bin) {
        return mean(bin, 12, 1);
    }

    float green(int bin) {
        return mean(bin, 6, 2);
    }

    float blue(int bin) {
        return mean(bin, 0, 3);
    }

    private float mean(int bin, int shift, int field) {
        int weight = cells[bin * FIELDS];
        float low = weight == 0 ? 1.5f : cells[bin * FIELDS + field] / (float) weight;
        return ((bin >> shift & 63) << 2) + low;
    }

    /**
     * The colours counted, one sample per bin of {@code bits} (4 to 6) a channel, weighted means inside it; then the
     * exact colours one by one.
     */
    ColourSamples samples(int bits) {
        int drop = 6 - bits;
        int coarse = 1 << (3 * bits);
        double[] sums = new double[coarse * FIELDS];
        for (int bin = 0; bin < BINS; bin++) {
            int weight = cells[bin * FIELDS];
            if (weight > 0) {
                int at = FIELDS
                        * ((bin >> (12 + drop)) << (2 * bits) | (bin >> 6 & 63) >> drop << bits | (bin & 63) >> drop);
                sums[at] += weight;
                sums[at + 1] += (double) weight * red(bin);
                sums[at + 2] += (double) weight * green(bin);
                sums[at + 3] += (double) weight * blue(bin);
            }
        }
        return ColourSamples.of(exact == null ? sums : withExact(sums, exact));
    }

    private double[] withExact(double[] sums, ExactColours exact) {
        int[] colours = exact.colours();
        double[] all = Arrays.copyOf(sums, sums.length + FIELDS * colours.length);
        int at = sums.length;
        for (int rgb : colours) {
            double weight = (double) exactFactor * exact.count(rgb);
            all[at] = weight;
            all[at + 1] = weight * (rgb >> 16 & 255);
            all[at + 2] = weight * (rgb >> 8 & 255);
            all[at + 3] = weight * (rgb & 255);
            at += FIELDS;
        }
        return all;
    }

    /** The share of all that is counted that is nearest to each of these colours. */
    public double[] shares(List<Rgb> colours) {
        ColourSamples samples = samples(5);
        float[] places = new float[3 * colours.size()];
        for (int at = 0; at < colours.size(); at++) {
            System.arraycopy(PerceptualSpace.of(colours.get(at)), 0, places, 3 * at, 3);
        }
        Clusters clusters = new Clusters(samples, places, colours.size()).settle(1, 0);
        double all = Arrays.stream(clusters.weight).sum();
        return Arrays.stream(clusters.weight)
                .map(weight -> all > 0 ? weight / all : 1.0 / colours.size())
                .toArray();
    }

    /** The exact colours and what each counts; none where there are too many. */
    int[] exactColours() {
        return exact == null ? new int[0] : exact.colours();
    }

    /** How often an exact colour was counted. */
    long exactCount(int rgb) {
        return exact == null ? 0 : exact.count(rgb);
    }

    double exactWeight(int rgb) {
        return exact == null ? 0 : (double) exactFactor * exact.count(rgb);
    }
}
