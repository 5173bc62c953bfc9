package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The colours of the yarns that a palette can be woven with. Where the palette is the user's, a yarn has the palette's own colour.
 * Where it is free, so are the yarns: each is dyed so that it and the binding points in it together give the palette's colour, as
 * far as a dye can, and what binds has the colour that is seen the least.
 *
 * @param yarns one for each colour of the palette; the first is the ground's warp, where there is a ground
 * @param binder of the ends that bind, for jin of the picks
 * @param free whether the palette is drawn in what these yarns give
 * @param mixing how they look on the face
 */
record Dyes(List<Rgb> yarns, Rgb binder, boolean free, Mixing mixing) {
    /** A yarn further than this (CIEDE2000) from what is woven of it is seen by itself. */
    static final double SEEN = 9.5;
    /** What a speck that is seen counts beside its difference. */
    private static final double SPECKLED = 10;
    /** How much less all colours must be changed by a binder that has not the ground's colour. */
    private static final double WORTH = 0.85;
    /** Colours nearer to each other than this (CIEDE2000) may do with one yarn between them. */
    private static final double ALIKE = 22;

    private static final int MOST_BETWEEN = 40;
    /** Lightness of greys that are tried for the binder. */
    private static final int[] GREYS = {16, 28, 40, 52};

    Dyes {
        yarns = List.copyOf(yarns);
    }

    /** As the palette has them, bound with the ground's colour. */
    static Dyes ofPalette(Palette palette, Mixing mixing) {
        return new Dyes(palette.colours().stream().map(PaletteColour::rgb).toList(), palette.rgb(0), false, mixing);
    }

    /** For a palette that nobody has fixed. */
    static Dyes free(Palette palette, Structure structure, Mixing mixing) {
        Dyes usual = boundBy(palette, structure, palette.rgb(0), mixing);
        double own = usual.loss(palette, structure);
        Dyes best = usual;
        double least = WORTH * own;
        for (Rgb binder : binders(palette)) {
            Dyes dyes = boundBy(palette, structure, binder, mixing);
            double loss = dyes.loss(palette, structure);
            if (loss < least) {
                least = loss;
                best = dyes;
            }
        }
        return best;
    }

    /** With yarns for colours between those of the palette, of which one can do for two. */
    Dyes withBetween(Palette palette, Structure structure) {
        List<PaletteColour> colours = palette.colours();
        List<Between> pairs = new ArrayList<>();
        for (PaletteColour one : colours) {
            for (PaletteColour other : colours.subList(one.index() + 1, colours.size())) {
                if (one.lab().difference(other.lab()) < ALIKE) {
                    pairs.add(new Between(one, other));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Between::weight).reversed());
        List<Rgb> all = new ArrayList<>(yarns);
        pairs.stream()
                .limit(MOST_BETWEEN)
                .map(pair -> dyed(pair.light(), binder, structure, mixing))
                .forEach(all::add);
        return new Dyes(all, binder, free, mixing);
    }

    /** Other yarns, bound alike. */
    Dyes withYarns(List<Rgb> others) {
        return new Dyes(others, binder, free, mixing);
    }

    /** Two colours that one yarn could stand for. */
    private record Between(PaletteColour one, PaletteColour other) {
        double weight() {
            return Math.min(one.share(), other.share());
        }

        Light light() {
            double share = one.share() / Math.max(1e-9, one.share() + other.share());
            return Light.of(one.rgb()).mixed(Light.of(other.rgb()), share);
        }
    }

    private static Rgb dyed(Light wanted, Rgb binder, Structure structure, Mixing mixing) {
        return mixing.dyed(wanted, binder, Weavable.specks(structure));
    }

    private static List<Rgb> binders(Palette palette) {
        List<Rgb> tried = new ArrayList<>();
        for (int lightness : GREYS) {
            tried.add(new Lab(lightness, 0, 0).rgb());
        }
        palette.colours().stream().skip(1).map(PaletteColour::rgb).forEach(tried::add);
        return tried;
    }

    private static Dyes boundBy(Palette palette, Structure structure, Rgb binder, Mixing mixing) {
        List<Rgb> yarns = palette.colours().stream()
                .map(colour -> dyed(Light.of(colour.rgb()), binder, structure, mixing))
                .toList();
        return new Dyes(yarns, binder, true, mixing);
    }

    /** How far the yarns fall short of the palette, and are seen apart from the specks in them. */
    private double loss(Palette palette, Structure structure) {
        double sum = 0;
        for (PaletteColour colour : palette.colours()) {
            Rgb yarn = yarns.get(colour.index());
            Light woven = colour.index() == 0
                    ? WovenColours.first(structure, yarn, yarn, binder, mixing)
                    : WovenColours.figure(structure, binder, yarn, mixing);
            Lab seen = Lab.of(woven.rgb());
            double speckled = seen.difference(Lab.of(mixing.light(yarn).rgb()));
            double short0 = seen.difference(colour.lab());
            sum += Math.pow(colour.share(), YarnColours.AREA)
                    * (1 + short0 + speckled / 4 + (Math.max(short0, speckled) > SEEN ? SPECKLED : 0));
        }
        return sum;
    }

    Rgb yarn(int colour) {
        return yarns.get(colour);
    }

    /** The warp's colour: of the ground where that shows, else what binds. */
    Rgb warp(Structure structure) {
        return structure instanceof Lampas ? yarns.get(0) : Objects.requireNonNull(binder);
    }
}
