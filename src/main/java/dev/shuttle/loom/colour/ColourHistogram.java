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
        int[] colours = exactColours();
        double[] sums = bits == 6 ? ofBins(colours.length) : ofCoarseBins(bits, colours.length);
        int at = sums.length - FIELDS * colours.length;
        for (int rgb : colours) {
            double weight = exactWeight(rgb);
            sums[at] = weight;
            sums[at + 1] = weight * (rgb >> 16 & 255);
            sums[at + 2] = weight * (rgb >> 8 & 255);
            sums[at + 3] = weight * (rgb & 255);
            at += FIELDS;
        }
        return ColourSamples.of(sums);
    }

    /** Weight and weighted sums of each bin that counts something, and room for {@code more} groups of them. */
    private double[] ofBins(int more) {
        int count = 0;
        for (int i = 0; i < cells.length; i += FIELDS) {
            count += cells[i] > 0 ? 1 : 0;
        }
        double[] sums = new double[FIELDS * (count + more)];
        int at = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (cells[bin * FIELDS] > 0) {
                add(bin, sums, at);
                at += FIELDS;
            }
        }
        return sums;
    }

    /** The same of bins of fewer bits a channel. */
    private double[] ofCoarseBins(int bits, int more) {
        int drop = 6 - bits;
        double[] all = new double[FIELDS << (3 * bits)];
        for (int bin = 0; bin < BINS; bin++) {
            if (cells[bin * FIELDS] > 0) {
                add(
                        bin,
                        all,
                        FIELDS
                                * ((bin >> (12 + drop)) << (2 * bits)
                                        | (bin >> 6 & 63) >> drop << bits
                                        | (bin & 63) >> drop));
            }
        }
        int end = 0;
        for (int at = 0; at < all.length; at += FIELDS) {
            if (all[at] > 0) {
                System.arraycopy(all, at, all, end, FIELDS);
                end += FIELDS;
            }
        }
        return Arrays.copyOf(all, end + FIELDS * more);
    }

    private void add(int bin, double[] sums, int at) {
        int weight = cells[bin * FIELDS];
        sums[at] += weight;
        sums[at + 1] += (double) weight * red(bin);
        sums[at + 2] += (double) weight * green(bin);
        sums[at + 3] += (double) weight * blue(bin);
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
