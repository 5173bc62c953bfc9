package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses which of a palette's colours become yarns, and which yarn, or which two line by line, each colour is woven with:
 * the least CIEDE2000 over all, by exchange of one yarn after another. The palette's first colour, the ground, always is a
 * yarn: it is the warp's too, and shows at the binding points.
 */
final class YarnColours {
    /** How much nearer a mixture must be to be worth its stripes. */
    private static final double STRIPES = 2;
    /** The same where only yarns are mixed that are hardly told apart. */
    private static final double FAINT_STRIPES = 0.5;
    /** How much of a yarn's difference from the colour, beyond {@link Filling#LOST}, its stripes are seen. */
    private static final double SEEN = 0.25;
    /** Small areas count more than their size. */
    static final double AREA = 0.6;
    /** A colour of this chroma (CIELAB) counts twice as much as a dull one, where the yarns are free. */
    private static final double VIVID = 80;
    /** From a grey without hue, which counts as much, to this chroma a colour counts ever less for being grey. */
    private static final double NEAR_GREY = 6;
    /** The same of what is lighter than {@link #LIGHT} or darker than {@link #DARK}. */
    private static final double NEAR_WHITE = 14;

    private static final double LIGHT = 85;
    private static final double DARK = 20;
    /** What two yarns lose that are too unlike to be taken for one colour, CIEDE2000. */
    private static final double TOO_UNLIKE = 1000;

    private final Palette palette;
    private final Lab[] wanted;
    private final Dyes dyes;
    private final double[] weights;
    /** What each colour gives as a yarn, the ground as the ground. */
    private final Light[] lights;

    /** The first yarn that need not be one of a cloth's: a ground is in every cloth, and the first weft where it is not free. */
    private final int first;

    private final int groundWeft;
    private final int groundWeftThread;
    /** What a colour loses with the face of yarns a and b; a = b: one yarn. */
    private final double[][][] losses;
    /** CIEDE2000 of a yarn by itself from each colour. */
    private final double[][] apart;

    /** Where there is a ground, its weft has the ground's colour. */
    YarnColours(Palette palette, Structure structure, Dyes dyes) {
        this(palette, structure, dyes, 0);
    }

    /** @param groundWeft the colour of the ground's weft, which then makes figure too; 0: the ground's own */
    YarnColours(Palette palette, Structure structure, Dyes dyes, int groundWeft) {
        this.palette = palette;
        this.wanted = palette.colours().stream().map(PaletteColour::lab).toArray(Lab[]::new);
        this.dyes = dyes;
        this.groundWeft = groundWeft;
        this.first = dyes.free() && !(structure instanceof Lampas) ? 0 : 1;
        this.groundWeftThread = structure.threads();
        this.lights = dyes.yarns().stream()
                .map(yarn -> WovenColours.figure(structure, dyes.binder(), yarn, dyes.mixing()))
                .toArray(Light[]::new);
        lights[0] = WovenColours.first(structure, dyes.yarn(0), dyes.yarn(groundWeft), dyes.binder(), dyes.mixing());
        this.weights = palette.colours().stream()
                .mapToDouble(colour -> Math.pow(colour.share(), AREA)
                        * (dyes.free() ? striking(colour.lab()) : 1)
                        * palette.weight(colour.index()))
                .toArray();
        int size = dyes.yarns().size();
        this.apart = new double[size][];
        Arrays.setAll(
                apart,
                yarn -> differences(Lab.of(dyes.mixing().light(dyes.yarn(yarn)).rgb())));
        this.losses = new double[size][size][];
        for (int a = 0; a < size; a++) {
            losses[a][a] = differences(Lab.of(woven(a, a)));
            for (int b = a + 1; b < size; b++) {
                losses[a][b] = striped(a, b);
                losses[b][a] = losses[a][b];
            }
        }
    }

    /**
     * What is missed first is a vivid colour that stands beside its duller neighbour, and a white, grey or black that gets a hue; what is
     * nearly white or black is still called so.
     */
    static double striking(Lab colour) {
        double chroma = Math.hypot(colour.a(), colour.b());
        boolean extreme = colour.lightness() > LIGHT || colour.lightness() < DARK;
        return 1 + chroma / VIVID + Math.max(0, 1 - chroma / (extreme ? NEAR_WHITE : NEAR_GREY));
    }

    private YarnColours(YarnColours of, Structure structure) {
        this.palette = of.palette;
        this.wanted = of.wanted;
        this.dyes = of.dyes;
        this.weights = of.weights;
        this.lights = of.lights;
        this.groundWeft = of.groundWeft;
        this.first = of.first;
        this.groundWeftThread = structure.threads();
        this.losses = of.losses;
        this.apart = of.apart;
    }

    /** The same for a structure of the same binding with another number of wefts. */
    YarnColours of(Structure structure) {
        return new YarnColours(this, structure);
    }

    private double[] differences(Lab woven) {
        return differences(woven, wanted);
    }

    static double[] differences(Lab woven, Lab[] wanted) {
        return Arrays.stream(wanted).mapToDouble(woven::difference).toArray();
    }

    private double[] striped(int a, int b) {
        Lab mixed = Lab.of(woven(a, b));
        if (dyes.free()) {
            return faint(mixed, Lab.of(dyes.yarn(a)), Lab.of(dyes.yarn(b)), wanted);
        }
        double[] of = differences(mixed);
        Arrays.setAll(of, colour -> {
            double further = Math.max(apart[a][colour], apart[b][colour]);
            return of[colour] + STRIPES + SEEN * Math.max(0, further - Filling.LOST);
        });
        return of;
    }

    /** What colours lose of two yarns line by line that give {@code mixed}, where the yarns are free. */
    static double[] faint(Lab mixed, Lab one, Lab other, Lab[] wanted) {
        double[] of = differences(mixed, wanted);
        double stripes = isSeenApart(mixed, one, other) ? TOO_UNLIKE : FAINT_STRIPES;
        Arrays.setAll(of, colour -> of[colour] + stripes);
        return of;
    }

    /** How much a difference is missed where the yarns are free: two small ones less than a great one. */
    static double missed(double difference) {
        return difference * (1 + difference / Filling.LOST);
    }

    /** Whether two yarns, line by line, are taken for one colour. */
    boolean mayMix(int a, int b) {
        return !areSeenApart(a, b, Lab.of(woven(a, b)));
    }

    /** What is seen of two yarns line by line, or of one. */
    Rgb shown(int a, int b) {
        return woven(a, b);
    }

    private boolean areSeenApart(int a, int b, Lab mixed) {
        return isSeenApart(mixed, Lab.of(dyes.yarn(a)), Lab.of(dyes.yarn(b)));
    }

    private static boolean isSeenApart(Lab mixed, Lab one, Lab other) {
        return mixed.difference(one) > Dyes.SEEN || mixed.difference(other) > Dyes.SEEN;
    }

    private Rgb woven(int a, int b) {
        return a == b
                ? lights[a].rgb()
                : dyes.mixing().mixed(lights[a], lights[b], 0.5).rgb();
    }

    /** The colours that become yarns, the ground first. */
    List<Integer> choose(int yarns) {
        List<Integer> chosen = new ArrayList<>(List.of(0));
        while (chosen.size() < Math.min(yarns, palette.size() - (groundWeft == 0 ? 0 : 1))) {
            chosen.add(best(chosen));
        }
        boolean better = true;
        while (better) {
            better = false;
            for (int place = first; place < chosen.size(); place++) {
                better |= exchanged(chosen, place);
            }
        }
        return List.copyOf(chosen);
    }

    private int best(List<Integer> chosen) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int colour = first; colour < lights.length; colour++) {
            if ((groundWeft == 0 || colour != groundWeft) && !chosen.contains(colour)) {
                List<Integer> more = new ArrayList<>(chosen);
                more.add(colour);
                double loss = loss(more);
                if (loss < least) {
                    least = loss;
                    best = colour;
                }
            }
        }
        return best;
    }

    private boolean exchanged(List<Integer> chosen, int place) {
        List<Integer> others = new ArrayList<>(chosen);
        int before = others.remove(place);
        int best = best(others);
        List<Integer> renewed = new ArrayList<>(chosen);
        renewed.set(place, best);
        if (best == before || loss(renewed) >= loss(chosen) - 1e-9) {
            return false;
        }
        chosen.set(place, best);
        return true;
    }

    private double loss(List<Integer> yarns) {
        double sum = 0;
        double[] least = losses(yarns);
        for (int colour = 0; colour < palette.size(); colour++) {
            sum += weights[colour] * (dyes.free() ? missed(least[colour]) : least[colour]);
        }
        return sum;
    }

    /** These yarns with their colours moved to where they serve the palette best; the result has them alone, in this order. */
    YarnColours tuned(Structure structure, List<Integer> chosen) {
        List<Rgb> best = new YarnTuning(structure, dyes, List.of(wanted), weights, rgb(chosen)).tuned();
        return new YarnColours(palette, structure, dyes.withYarns(best));
    }

    /** The colour of the ground's weft, which no other has; 0: the ground's own. */
    int groundWeft() {
        return groundWeft;
    }

    /** How much a colour counts. */
    double weight(int colour) {
        return weights[colour];
    }

    /** What each colour loses with these yarns, or two of them line by line. */
    double[] losses(List<Integer> yarns) {
        List<Integer> all = shown(yarns);
        double[] least = new double[palette.size()];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int a = 0; a < all.size(); a++) {
            for (int b = a; b < all.size(); b++) {
                double[] of = losses[all.get(a)][all.get(b)];
                for (int colour = 0; colour < least.length; colour++) {
                    least[colour] = Math.min(least[colour], of[colour]);
                }
            }
        }
        return least;
    }

    /** The yarns with that of the ground's weft, where it makes figure, as the last. */
    private List<Integer> shown(List<Integer> yarns) {
        if (groundWeft == 0 || yarns.contains(groundWeft)) {
            return yarns;
        }
        List<Integer> all = new ArrayList<>(yarns);
        all.add(groundWeft);
        return all;
    }

    /** How each colour of the palette is woven with these yarns; thread numbers are places in the list. */
    List<Filling> fillings(List<Integer> yarns) {
        List<Integer> all = shown(yarns);
        List<Filling> fillings = new ArrayList<>();
        for (PaletteColour colour : palette.colours()) {
            fillings.add(filling(colour, all, yarns.size()));
        }
        return fillings;
    }

    private Filling filling(PaletteColour colour, List<Integer> yarns, int own) {
        int index = colour.index();
        int at = first == 0 ? -1 : yarns.indexOf(index);
        int even = Math.max(0, at);
        int odd = even;
        for (int a = 0; at < 0 && a < yarns.size(); a++) {
            for (int b = a; b < yarns.size(); b++) {
                if (losses[yarns.get(a)][yarns.get(b)][index] < losses[yarns.get(even)][yarns.get(odd)][index]) {
                    even = a;
                    odd = b;
                }
            }
        }
        int one = yarns.get(even);
        int other = yarns.get(odd);
        Rgb woven = woven(one, other);
        Filling.Face face = even == odd
                ? new Filling.Pure(thread(even, own))
                : new Filling.Mixture(thread(even, own), thread(odd, own));
        double difference = Lab.of(woven).difference(colour.lab());
        if (dyes.free()) {
            return new Filling(index, colour.rgb(), woven, difference, face);
        }
        double lost = ((apart[one][index] > Filling.LOST ? 1 : 0) + (apart[other][index] > Filling.LOST ? 1 : 0)) / 2.0;
        return new Filling(index, colour.rgb(), woven, difference, lost, face);
    }

    /** A place behind the yarns' own is that of the ground's weft. */
    private int thread(int place, int own) {
        return place < own ? place : groundWeftThread;
    }

    /** The colours of the wefts with these yarns. */
    List<Rgb> rgb(List<Integer> yarns) {
        List<Rgb> wefts = new ArrayList<>(yarns.stream().map(dyes::yarn).toList());
        if (groundWeft != 0) {
            wefts.set(0, dyes.yarn(groundWeft));
        }
        return wefts;
    }
}
