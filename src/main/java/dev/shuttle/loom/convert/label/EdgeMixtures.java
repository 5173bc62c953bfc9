package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Finds the colours that a picture shows only where two others meet, and nowhere as an area: what anti-aliasing made of
 * edges when the palette has more colours than the picture is drawn in. In photographs there are none.
 */
public final class EdgeMixtures {
    /** Of a colour's pixels, at most these lie within the colour, with nothing else around them. */
    private static final double INSIDE = 0.1;
    /** And at least these lie between two colours that it is a mixture of. */
    private static final double BETWEEN = 0.5;
    /** A mixture has a part of each, lies this near the line between the two, and those are not alike. */
    private static final double PART = 0.05;

    private static final double ASIDE = 0.06;
    private static final double ROUNDING = 4;
    private static final double ALIKE = 40;
    /** Of all pixels; a colour with fewer than this is rare. */
    private static final double RARE = 0.0005;
    /** How far a pixel looks: an edge is mixed over one to three pixels. */
    private static final int REACH = 3;

    private static final int[][] WAYS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};
    private static final int MOST_SAMPLES = 2_000_000;
    private static final int BAND_ROWS = 64;

    private final byte[] labels;
    private final int width;
    private final int height;
    /** Of many rows, each so many-th is looked at. */
    private final int stride;
    /** By colour and another: the colours, as bits, that with the other make a mixture like the colour. */
    private final long[][] partners;

    private final long[] pixels;
    private final long[] inside;
    private final long[] between;
    private long all;

    private EdgeMixtures(byte[] labels, int width, List<Rgb> colours) {
        this.labels = labels;
        this.width = width;
        this.height = labels.length / width;
        this.stride = Math.max(1, Math.min(height / 256, labels.length / MOST_SAMPLES));
        int count = colours.size();
        this.partners = new long[count][count];
        this.pixels = new long[count];
        this.inside = new long[count];
        this.between = new long[count];
        for (int colour = 0; colour < count; colour++) {
            for (int one = 0; one < count; one++) {
                for (int other = 0; other < count; other++) {
                    if (isMixture(colours.get(colour), colours.get(one), colours.get(other))) {
                        partners[colour][one] |= 1L << other;
                    }
                }
            }
        }
    }

    /**
     * Whether each colour is one, by index.
     *
     * @param labels one byte a pixel, row after row: which colour it has
     * @param colours 64 at most
     */
    public static boolean[] of(byte[] labels, int width, List<Rgb> colours, RowBands bands) {
        EdgeMixtures found = new EdgeMixtures(labels, width, colours);
        int rows = (found.height + found.stride - 1) / found.stride;
        bands.run(rows, BAND_ROWS, found::countInside);
        found.all = LongStream.of(found.pixels).sum();
        bands.run(rows, BAND_ROWS, found::countBetween);
        boolean[] mixtures = new boolean[colours.size()];
        for (int colour = 0; colour < mixtures.length; colour++) {
            long own = found.pixels[colour];
            mixtures[colour] = own > 0 && !found.isArea(colour) && found.between[colour] >= BETWEEN * own;
        }
        return mixtures;
    }

    /** Anti-aliasing mixes the numbers of sRGB, whatever light would do. */
    private static boolean isMixture(Rgb colour, Rgb one, Rgb other) {
        double[] way = way(one, other);
        double[] here = way(one, colour);
        double length = Math.sqrt(dot(way, way));
        if (length < ALIKE) {
            return false;
        }
        double part = dot(here, way) / (length * length);
        double aside = Math.sqrt(Math.max(0, dot(here, here) - part * part * length * length));
        return part > PART && part < 1 - PART && aside < ASIDE * length + ROUNDING;
    }

    private static double[] way(Rgb from, Rgb to) {
        return new double[] {to.red() - from.red(), to.green() - from.green(), to.blue() - from.blue()};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private void countInside(int from, int to) {
        long[] own = new long[pixels.length];
        long[] within = new long[pixels.length];
        for (int row = from * stride; row < Math.min(height, to * stride); row += stride) {
            for (int x = 0; x < width; x++) {
                int colour = labels[row * width + x];
                own[colour]++;
                within[colour] += isInside(colour, x, row) ? 1 : 0;
            }
        }
        add(own, pixels);
        add(within, inside);
    }

    private void countBetween(int from, int to) {
        long[] mixed = new long[pixels.length];
        for (int row = from * stride; row < Math.min(height, to * stride); row += stride) {
            for (int x = 0; x < width; x++) {
                int colour = labels[row * width + x];
                if (!isArea(colour)) {
                    boolean found = isRare(colour) ? isNearBoth(colour, x, row) : isBetween(colour, x, row);
                    mixed[colour] += found ? 1 : 0;
                }
            }
        }
        add(mixed, between);
    }

    private static void add(long[] part, long[] whole) {
        synchronized (whole) {
            for (int colour = 0; colour < part.length; colour++) {
                whole[colour] += part[colour];
            }
        }
    }

    private boolean isArea(int colour) {
        return inside[colour] > INSIDE * pixels[colour];
    }

    /** A few pixels here and there are no line that somebody drew. */
    private boolean isRare(int colour) {
        return pixels[colour] < RARE * all;
    }

    private boolean isInside(int colour, int x, int row) {
        for (int y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
            for (int at = Math.max(0, x - 1); at <= Math.min(width - 1, x + 1); at++) {
                if (labels[y * width + at] != colour) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether it has one colour on one side and the other on the opposite one, and is no thin line on a ground. */
    private boolean isBetween(int colour, int x, int row) {
        boolean between = false;
        for (int[] way : WAYS) {
            int one = beside(colour, x, row, way[0], way[1]);
            int other = beside(colour, x, row, -way[0], -way[1]);
            if (one >= 0 && one == other && isArea(one)) {
                return false;
            }
            between |= one >= 0 && other >= 0 && (partners[colour][one] >> other & 1) != 0;
        }
        return between;
    }

    /** Whether both colours that it is a mixture of lie near, wherever. */
    private boolean isNearBoth(int colour, int x, int row) {
        long seen = 0;
        for (int y = Math.max(0, row - 2); y <= Math.min(height - 1, row + 2); y++) {
            for (int at = Math.max(0, x - 2); at <= Math.min(width - 1, x + 2); at++) {
                seen |= 1L << labels[y * width + at];
            }
        }
        for (int one = 0; one < pixels.length; one++) {
            if ((seen >> one & 1) != 0 && (partners[colour][one] & seen) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The next other colour that way; -1 where there is none within reach. */
    private int beside(int colour, int x, int row, int right, int down) {
        for (int step = 1; step <= REACH; step++) {
            int at = x + step * right;
            int y = row + step * down;
            if (at < 0 || at >= width || y < 0 || y >= height) {
                return -1;
            }
            int label = labels[y * width + at];
            if (label != colour) {
                return label;
            }
        }
        return -1;
    }
}
