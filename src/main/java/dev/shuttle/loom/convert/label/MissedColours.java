package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.CellCosts;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The colours a label map shows badly, and the further ones that would help most. Only cells with neighbours much like
 * themselves count: a colour that lies nowhere together would not survive cleaning.
 */
public final class MissedColours {
    private static final int BINS = 1 << 18;
    private static final int MOST_PROPOSALS = 256;
    /** Cells along a line of one colour have two neighbours of it. */
    private static final int COMPANIONS = 2;
    /** Smaller squared distances than this are not missed. */
    private static final float SEEN = 1;

    /** Errors above {@link #SEEN} are multiples of this: whole numbers of it add up the same in any order. */
    private static final float UNIT = Math.ulp(SEEN);

    private final ColourHistogram cells = new ColourHistogram();
    private final long[] units = new long[BINS];
    private final double[] errors = new double[BINS];
    private final Picture picture;
    private final byte[] labels;
    private final CellCosts own;

    private MissedColours(Picture picture, ColourCosts costs, byte[] labels) {
        this.picture = picture;
        this.labels = labels;
        this.own = costs.of(picture);
    }

    /** What {@code labels}, one a pixel of {@code picture}, miss of it. */
    public static MissedColours of(Picture picture, ColourCosts costs, byte[] labels, RowBands bands) {
        MissedColours missed = new MissedColours(picture, costs, labels);
        int share = (picture.height() + bands.threads() - 1) / bands.threads();
        bands.run(picture.height(), share, missed::count);
        for (int bin = 0; bin < BINS; bin++) {
            missed.errors[bin] = (double) missed.units[bin] * UNIT;
        }
        return missed;
    }

    private void count(int from, int to) {
        ColourHistogram counted = new ColourHistogram();
        long[] missed = new long[BINS];
        PlaceRows rows = new PlaceRows(picture, own);
        for (int y = from; y < to; y++) {
            rows.moveTo(y);
            row(y, rows, counted, missed);
        }
        add(counted, missed);
    }

    private synchronized void add(ColourHistogram counted, long[] missed) {
        cells.add(counted, 1);
        for (int bin = 0; bin < BINS; bin++) {
            units[bin] += missed[bin];
        }
    }

    private void row(int y, PlaceRows rows, ColourHistogram counted, long[] missed) {
        int start = y * picture.width();
        int place = -1;
        int label = -1;
        float error = 0;
        for (int x = 0; x < picture.width(); x++) {
            int here = rows.place(x);
            if (here != place || labels[start + x] != label) {
                place = here;
                label = labels[start + x];
                error = own.cost(place, label);
            }
            if (error > SEEN && rows.companions(x, error / 4) >= COMPANIONS) {
                int rgb = picture.rgb(x, y);
                counted.add(rgb, 1);
                missed[ColourHistogram.bin(rgb)] += (long) (error / UNIT);
            }
        }
    }

    /**
     * Up to {@code count} further colours, the most useful one first.
     *
     * @param offers what may be chosen; empty: any colour the picture has
     * @param taken colours from which all must differ by {@code apart} (CIEDE2000) or more
     */
    public List<Rgb> best(int count, List<Rgb> offers, List<Rgb> taken, double apart) {
        int[] bins = IntStream.range(0, BINS).filter(bin -> errors[bin] > 0).toArray();
        List<Rgb> open = new ArrayList<>(offers.isEmpty() ? worst(bins) : offers);
        open.removeIf(colour -> !isApart(colour, taken, offers.isEmpty() ? apart : 0));
        List<Rgb> chosen = new ArrayList<>();
        while (chosen.size() < count && !open.isEmpty()) {
            ColourCosts costs = new ColourCosts(open);
            double[] gains = gains(costs, bins);
            int best = IntStream.range(0, gains.length)
                    .reduce((a, b) -> gains[b] > gains[a] ? b : a)
                    .orElseThrow();
            if (gains[best] <= 0) {
                break;
            }
            Rgb colour = open.get(best);
            for (int bin : bins) {
                errors[bin] = Math.min(errors[bin], (double) cells.weight(bin) * costs.binCost(bin, best));
            }
            chosen.add(colour);
            open.removeIf(other -> !isApart(other, List.of(colour), offers.isEmpty() ? apart : 0));
        }
        return chosen;
    }

    private List<Rgb> worst(int[] bins) {
        return IntStream.of(bins)
                .boxed()
                .sorted(Comparator.comparingDouble(bin -> -errors[bin]))
                .limit(MOST_PROPOSALS)
                .map(cells::mean)
                .toList();
    }

    private double[] gains(ColourCosts costs, int[] bins) {
        double[] gains = new double[costs.size()];
        for (int bin : bins) {
            for (int c = 0; c < gains.length; c++) {
                gains[c] += Math.max(0, errors[bin] - (double) cells.weight(bin) * costs.binCost(bin, c));
            }
        }
        return gains;
    }

    private static boolean isApart(Rgb colour, List<Rgb> others, double apart) {
        Lab lab = Lab.of(colour);
        return others.stream().allMatch(other -> !other.equals(colour) && lab.difference(Lab.of(other)) >= apart);
    }
}
