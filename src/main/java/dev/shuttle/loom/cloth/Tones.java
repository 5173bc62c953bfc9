package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.ShadedSatin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The tones of one warp and one weft: the palette's lightest colour is the warp's, its darkest the weft's. A colour's level
 * follows from its light between the two, so that the darkest has one end in {@code N} over the pick and the lightest all
 * but one.
 */
final class Tones {
    private final int ends;
    private final Rgb warp;
    private final Rgb weft;

    private Tones(int ends, Rgb warp, Rgb weft) {
        this.ends = ends;
        this.warp = warp;
        this.weft = weft;
    }

    /**
     * The tones of a palette. Where the levels suffice, each colour gets one of its own; where they do not, its exact level,
     * to be scattered.
     */
    static Colouring of(Palette palette, ShadedSatin structure, boolean damask, int lines) {
        Comparator<PaletteColour> byLight = Comparator.comparingDouble(colour -> light(colour.rgb()));
        Rgb warp = palette.colours().stream().max(byLight).orElseThrow().rgb();
        Rgb weft = palette.colours().stream().min(byLight).orElseThrow().rgb();
        Tones tones = new Tones(structure.satin().ends(), warp, weft);
        double[] levels = tones.exact(palette);
        if (damask) {
            tones.toTheNearerSatin(palette, levels);
        } else if (palette.size() <= structure.mostFace()) {
            tones.apart(levels);
        }
        List<Filling> fillings = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            fillings.add(tones.filling(palette.colours().get(i), levels[i]));
        }
        return Colouring.constant(fillings, List.of(warp), List.of(weft), lines);
    }

    private static double light(Rgb colour) {
        return Light.of(colour).luminance();
    }

    private double[] exact(Palette palette) {
        double dark = light(weft);
        double range = light(warp) - dark;
        return palette.colours().stream()
                .mapToDouble(colour -> {
                    double share = range > 0 ? (light(colour.rgb()) - dark) / range : 0;
                    return 1 + (ends - 2) * share;
                })
                .toArray();
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
        Rgb woven = Light.of(warp).mixed(Light.of(weft), level / ends).rgb();
        return new Filling(
                colour.index(), colour.rgb(), woven, Lab.of(woven).difference(colour.lab()), new Filling.Level(level));
    }
}
