package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.ShadedSatin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The tones of one warp and one weft: the palette's lightest colour is the warp's, its darkest the weft's. A colour's level
 * follows from its light between the two, so that the darkest has one end in {@code N} over the pick and the lightest all
 * but one.
 */
final class ToneColouring {
    /** Of the lightest colour's light, for a warp. */
    private static final double[] SHARES = {1, 0.85, 0.7, 0.55, 0.4};

    private final int ends;
    private final Rgb warp;
    private final Rgb weft;

    private final Mixing mixing;

    private ToneColouring(int ends, Rgb warp, Rgb weft, Mixing mixing) {
        this.mixing = mixing;
        this.ends = ends;
        this.warp = warp;
        this.weft = weft;
    }

    /**
     * The tones of a palette. Where the levels suffice, each colour gets one of its own; where they do not, its exact level,
     * to be scattered.
     */
    static Colouring of(Palette palette, ShadedSatin structure, WeaveOrder order, boolean free, int lines) {
        boolean damask = order.kind() == StructureKind.DAMASK;
        Mixing mixing = Mixing.of(order.calibration());
        Comparator<PaletteColour> byLight = Comparator.comparingDouble(colour -> light(colour.rgb()));
        Rgb lightest = palette.colours().stream().max(byLight).orElseThrow().rgb();
        Rgb darkest = palette.colours().stream().min(byLight).orElseThrow().rgb();
        int ends = structure.satin().ends();
        ToneColouring chosen = new ToneColouring(ends, lightest, darkest, mixing);
        List<Filling> best = chosen.fillings(palette, structure, damask, false);
        for (ToneColouring tried : free ? reaching(lightest, darkest, ends, mixing) : List.<ToneColouring>of()) {
            for (boolean cut : new boolean[] {false, true}) {
                List<Filling> fillings = tried.fillings(palette, structure, damask, cut);
                if (distinct(fillings) >= distinct(best) && difference(palette, fillings) < difference(palette, best)) {
                    best = fillings;
                    chosen = tried;
                }
            }
        }
        return Colouring.constant(best, List.of(chosen.warp), chosen.warp, List.of(chosen.weft), lines);
    }

    /** @param cut whether tones that the cloth does not reach have its last level; else all are brought nearer to one another */
    private List<Filling> fillings(Palette palette, ShadedSatin structure, boolean damask, boolean cut) {
        double[] levels = cut ? reached(palette) : exact(palette);
        if (damask) {
            toTheNearerSatin(palette, levels);
        } else if (palette.size() <= structure.mostFace()) {
            apart(levels);
        }
        List<Filling> fillings = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            fillings.add(filling(palette.colours().get(i), levels[i]));
        }
        return fillings;
    }

    private static long distinct(List<Filling> fillings) {
        return fillings.stream().map(Filling::face).distinct().count();
    }

    private static double difference(Palette palette, List<Filling> fillings) {
        return fillings.stream()
                .mapToDouble(filling ->
                        Math.pow(palette.colours().get(filling.index()).share(), YarnColours.AREA)
                                * filling.difference())
                .sum();
    }

    /** Yarns that reach further than the colours do, as neither shows alone; a darker warp where the dark tones need it. */
    private static List<ToneColouring> reaching(Rgb lightest, Rgb darkest, int ends, Mixing mixing) {
        Rgb weft = dyed(darkest, lightest, ends, mixing);
        List<ToneColouring> tried =
                new ArrayList<>(List.of(new ToneColouring(ends, dyed(lightest, darkest, ends, mixing), weft, mixing)));
        for (double share : SHARES) {
            tried.add(new ToneColouring(
                    ends, Light.of(lightest).mixed(Light.of(weft), share).rgb(), weft, mixing));
        }
        return tried;
    }

    /** A yarn that gives a colour although one end in so many of the other yarn shows in it. */
    private static Rgb dyed(Rgb wanted, Rgb other, int ends, Mixing mixing) {
        return mixing.dyed(Light.of(wanted), other, 1.0 / (ends - 1));
    }

    private static double light(Rgb colour) {
        return Light.of(colour).luminance();
    }

    /** As far apart as the colours are among one another. */
    private double[] exact(Palette palette) {
        DoubleSummaryStatistics lights = palette.colours().stream()
                .mapToDouble(colour -> light(colour.rgb()))
                .summaryStatistics();
        double range = lights.getMax() - lights.getMin();
        double darkest = lightOf(1);
        double lighter = lightOf(ends - 1) - darkest;
        return palette.colours().stream()
                .mapToDouble(colour -> range > 0 ? (light(colour.rgb()) - lights.getMin()) / range : 0)
                .map(share -> level(darkest + share * lighter))
                .toArray();
    }

    /** As light as the colours are. */
    private double[] reached(Palette palette) {
        return palette.colours().stream()
                .mapToDouble(colour -> level(light(colour.rgb())))
                .toArray();
    }

    /** How light the cloth is at a level. */
    private double lightOf(double level) {
        return mixing.mixed(mixing.light(warp), mixing.light(weft), level / ends)
                .luminance();
    }

    /** The level at which the cloth is as light as that, or nearest to it; the first where warp and weft are equally light. */
    private double level(double light) {
        double low = 1;
        double high = ends - 1;
        if (lightOf(high) <= lightOf(low)) {
            return low;
        }
        for (int halving = 0; halving < 40; halving++) {
            double middle = (low + high) / 2;
            if (lightOf(middle) < light) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private void toTheNearerSatin(Palette palette, double[] levels) {
        for (int i = 0; i < levels.length; i++) {
            PaletteColour colour = palette.colours().get(i);
            boolean dark =
                    filling(colour, 1).difference() <= filling(colour, ends - 1).difference();
            levels[i] = dark ? 1 : ends - 1;
        }
    }

    /** Whole levels, no two alike, in the order of the exact ones and near them. */
    private void apart(double[] levels) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> levels[i]));
        int before = 0;
        for (int i : order) {
            before = Math.max(before + 1, (int) Math.round(levels[i]));
            levels[i] = before;
        }
        int above = ends;
        for (int at = order.size() - 1; at >= 0; at--) {
            int i = order.get(at);
            above = Math.min(above - 1, (int) levels[i]);
            levels[i] = above;
        }
    }

    private Filling filling(PaletteColour colour, double level) {
        Rgb woven = mixing.mixed(mixing.light(warp), mixing.light(weft), level / ends)
                .rgb();
        return new Filling(
                colour.index(), colour.rgb(), woven, Lab.of(woven).difference(colour.lab()), new Filling.Level(level));
    }
}
