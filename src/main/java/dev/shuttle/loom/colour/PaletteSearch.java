package dev.shuttle.loom.colour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the k colours that stand best for a histogram: clusters are split where the error is largest, settled by
 * k-means, and then, as long as it helps, the centre that is missed least is moved to where the error is largest, which
 * takes k-means out of its local minima. No randomness: the same picture gives the same palette.
 */
public final class PaletteSearch {
    private static final int SWAPS = 24;
    private static final int SEARCH_BITS = 5;
    /** More than this share of a cluster is most of it: two colours cannot both have it. */
    private static final double MOSTLY = 0.501;
    /** CIEDE2000 that is just seen between two areas side by side. */
    private static final double SEEN = 1;
    /** Of all: renderers leave a few pixels in colours one level off those that are drawn. */
    private static final double NO_ACCIDENT = 0.01;

    /** A colour that has this share of a cluster is what the cluster looks like; the rest are shades of it. */
    private static final double CORE = 0.4;

    private PaletteSearch() {}

    /**
     * Up to {@code k} colours: the pinned ones exactly, then the freely chosen; fewer than {@code k} where the picture
     * has fewer colours that differ by {@code apart} (CIEDE2000) or more.
     */
    public static List<Rgb> free(ColourHistogram histogram, int k, List<Rgb> pinned, double apart) {
        return free(histogram, k, pinned, apart, 1);
    }

    /**
     * The same; {@code power} below 1 gives colours that are rare more weight, at the cost of those of large areas.
     */
    public static List<Rgb> free(ColourHistogram histogram, int k, List<Rgb> pinned, double apart, double power) {
        ColourSamples samples = histogram.samples(SEARCH_BITS).tempered(power);
        Clusters found = grow(samples, places(pinned), pinned.size(), k);
        found = swapped(found, samples, pinned.size());
        ColourSamples all = histogram.samples(6);
        Clusters exact = new Clusters(all.tempered(power), found.centres, pinned.size()).settle(2, 0);
        if (power != 1) {
            // what is rare may have a colour of its own, but what a colour looks like is what most of its area has
            exact = new Clusters(all, exact.centres, pinned.size()).settle(1, 0).withCores(CORE);
        }
        List<Rgb> colours = distinct(exact, drawn(exact, histogram), histogram, pinned, apart);
        return RareColours.kept(colours, pinned.size(), k, histogram);
    }

    private static float[] places(List<Rgb> colours) {
        float[] places = new float[3 * colours.size()];
        for (int i = 0; i < colours.size(); i++) {
            System.arraycopy(PerceptualSpace.of(colours.get(i)), 0, places, 3 * i, 3);
        }
        return places;
    }

    private static Clusters grow(ColourSamples samples, float[] start, int fixed, int k) {
        float[] centres = start.length > 0 ? start : new float[3];
        Clusters clusters = new Clusters(samples, centres, fixed);
        clusters.settle(1, 0);
        while (clusters.size() < k && clusters.total > 0) {
            clusters.centres = with(clusters.centres, clusters.split(worst(clusters)));
            clusters.settle(2, 0.01);
        }
        return clusters.settle(20, 0.001);
    }

    private static int worst(Clusters clusters) {
        int worst = 0;
        for (int c = 1; c < clusters.size(); c++) {
            worst = clusters.error[c] > clusters.error[worst] ? c : worst;
        }
        return worst;
    }

    private static float[] with(float[] centres, float[] one) {
        float[] more = Arrays.copyOf(centres, centres.length + 3);
        System.arraycopy(one, 0, more, centres.length, 3);
        return more;
    }

    private static Clusters swapped(Clusters start, ColourSamples samples, int fixed) {
        Clusters best = start;
        for (int swap = 0; swap < SWAPS && best.size() > fixed + 1; swap++) {
            double[] missed = best.costOfRemoval();
            int from = fixed;
            for (int c = fixed; c < missed.length; c++) {
                from = missed[c] < missed[from] ? c : from;
            }
            float[] centres = best.centres.clone();
            System.arraycopy(best.split(worst(best)), 0, centres, 3 * from, 3);
            Clusters tried = new Clusters(samples, centres, fixed).settle(8, 0.002);
            if (tried.total >= best.total * 0.9995) {
                break;
            }
            best = tried;
        }
        return best.settle(20, 0.0005);
    }

    /** The colours of the centres; where most of a cluster is one colour that the picture is drawn in, that colour. */
    private static Rgb[] drawn(Clusters clusters, ColourHistogram histogram) {
        Rgb[] colours = new Rgb[clusters.size()];
        float[] p = clusters.centres;
        Arrays.setAll(colours, c -> PerceptualSpace.colour(p[3 * c], p[3 * c + 1], p[3 * c + 2]));
        int[] exact = histogram.exactColours();
        int first = clusters.samples() - exact.length;
        for (int i = 0; i < exact.length; i++) {
            int c = clusters.owner(first + i);
            if (histogram.exactWeight(exact[i]) >= MOSTLY * clusters.weight[c]) {
                colours[c] = Rgb.of(exact[i]);
            }
        }
        return colours;
    }

    /**
     * The centres as colours, the heavier first, without those too close to one already taken; what is drawn in two colours has both,
     * unless those that nobody tells apart are asked to be one.
     */
    private static List<Rgb> distinct(
            Clusters clusters, Rgb[] all, ColourHistogram histogram, List<Rgb> pinned, double apart) {
        Integer[] order = new Integer[clusters.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(clusters.weight[b], clusters.weight[a]));
        List<Rgb> colours = new ArrayList<>(pinned);
        for (int c : order) {
            if (c >= pinned.size() && clusters.weight[c] > 0) {
                boolean meant = apart < SEEN && histogram.exactWeight(all[c].packed()) > NO_ACCIDENT * all(clusters);
                if (isApart(all[c], colours, meant ? 0 : apart)) {
                    colours.add(all[c]);
                }
            }
        }
        return colours;
    }

    private static double all(Clusters clusters) {
        return Arrays.stream(clusters.weight).sum();
    }

    private static boolean isApart(Rgb colour, List<Rgb> others, double apart) {
        Lab lab = Lab.of(colour);
        return others.stream().allMatch(other -> !other.equals(colour) && lab.difference(Lab.of(other)) >= apart);
    }

    /** The best {@code k} of a yarn card for the histogram, the pinned ones among them first. */
    public static List<Rgb> ofCard(ColourHistogram histogram, int k, List<Rgb> card, List<Rgb> pinned) {
        List<Rgb> chosen = new ArrayList<>(pinned);
        List<Rgb> yarns =
                card.stream().distinct().filter(yarn -> !pinned.contains(yarn)).toList();
        YarnChoice choice = new YarnChoice(histogram.samples(SEARCH_BITS), places(pinned), places(yarns));
        for (int yarn : choice.best(Math.max(0, Math.min(k - pinned.size(), yarns.size())))) {
            chosen.add(yarns.get(yarn));
        }
        return chosen;
    }
}
