package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
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

    /** Small areas count more than their size. */
    private static final double AREA = 0.6;

    private final Palette palette;
    private final double[] weights;
    /** What faces give if every colour were a thread. */
    private final WovenColours colours;
    /** What a colour loses with the face of yarns a and b; a = b: one yarn. */
    private final double[][][] losses;

    YarnColours(Palette palette, Structure structure) {
        this.palette = palette;
        List<Rgb> threads = palette.colours().stream().map(PaletteColour::rgb).toList();
        this.colours = new WovenColours(structure, palette.rgb(0), threads);
        this.weights = palette.colours().stream()
                .mapToDouble(colour -> Math.pow(colour.share(), AREA))
                .toArray();
        int size = palette.size();
        this.losses = new double[size][size][];
        for (int a = 0; a < size; a++) {
            for (int b = a; b < size; b++) {
                losses[a][b] = losses(a, b);
                losses[b][a] = losses[a][b];
            }
        }
    }

    private double[] losses(int a, int b) {
        Lab woven = Lab.of(woven(a, b));
        double stripes = a == b ? 0 : STRIPES;
        return palette.colours().stream()
                .mapToDouble(colour -> woven.difference(colour.lab()) + stripes)
                .toArray();
    }

    private Rgb woven(int a, int b) {
        return colours.of(a == b ? new Filling.Pure(a) : new Filling.Mixture(a, b));
    }

    /** The colours that become yarns, the ground first. */
    List<Integer> choose(int yarns) {
        List<Integer> chosen = new ArrayList<>(List.of(0));
        while (chosen.size() < Math.min(yarns, palette.size())) {
            chosen.add(best(chosen));
        }
        boolean better = true;
        while (better) {
            better = false;
            for (int place = 1; place < chosen.size(); place++) {
                better |= exchanged(chosen, place);
            }
        }
        return List.copyOf(chosen);
    }

    private int best(List<Integer> chosen) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int colour = 0; colour < palette.size(); colour++) {
            if (!chosen.contains(colour)) {
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
            sum += weights[colour] * least[colour];
        }
        return sum;
    }

    /** How much a colour counts. */
    double weight(int colour) {
        return weights[colour];
    }

    /** What each colour loses with these yarns, or two of them line by line. */
    double[] losses(List<Integer> yarns) {
        double[] least = new double[palette.size()];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int a = 0; a < yarns.size(); a++) {
            for (int b = a; b < yarns.size(); b++) {
                double[] of = losses[yarns.get(a)][yarns.get(b)];
                Arrays.setAll(least, colour -> Math.min(least[colour], of[colour]));
            }
        }
        return least;
    }

    /** How each colour of the palette is woven with these yarns; thread numbers are places in the list. */
    List<Filling> fillings(List<Integer> yarns) {
        List<Filling> fillings = new ArrayList<>();
        for (PaletteColour colour : palette.colours()) {
            fillings.add(filling(colour, yarns));
        }
        return fillings;
    }

    private Filling filling(PaletteColour colour, List<Integer> yarns) {
        int own = yarns.indexOf(colour.index());
        int even = Math.max(0, own);
        int odd = even;
        for (int a = 0; own < 0 && a < yarns.size(); a++) {
            for (int b = a; b < yarns.size(); b++) {
                if (loss(yarns, a, b, colour) < loss(yarns, even, odd, colour)) {
                    even = a;
                    odd = b;
                }
            }
        }
        Rgb woven = woven(yarns.get(even), yarns.get(odd));
        Filling.Face face = even == odd ? new Filling.Pure(even) : new Filling.Mixture(even, odd);
        return new Filling(colour.index(), colour.rgb(), woven, Lab.of(woven).difference(colour.lab()), face);
    }

    private double loss(List<Integer> yarns, int a, int b, PaletteColour colour) {
        return losses[yarns.get(a)][yarns.get(b)][colour.index()];
    }

    /** The colours of these yarns. */
    List<Rgb> rgb(List<Integer> yarns) {
        return yarns.stream().map(palette::rgb).toList();
    }
}
