package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.loom.weave.Structure;
import java.util.List;

/** Gives the colours of a palette the weaves that an order names for them, and what they look like in these. */
final class NamedWeaves {
    private final Structure structure;
    private final Mixing mixing;
    private final int[] numbers;

    NamedWeaves(WeaveOrder order, Structure structure, Palette palette) {
        this.structure = structure;
        this.mixing = Mixing.of(order.calibration());
        this.numbers = palette.colours().stream()
                .mapToInt(colour -> number(order, colour))
                .toArray();
    }

    private static int number(WeaveOrder order, PaletteColour colour) {
        return order.weaves().number(colour.index(), colour.lab());
    }

    Colouring in(Colouring own) {
        Rgb warp = own.warp().get(0);
        List<Filling> fillings = own.fillings().stream()
                .map(filling -> woven(filling, warp, own.wefts(filling.index())))
                .toList();
        List<Band> bands = own.bands().stream()
                .map(band -> new Band(
                        band.from(),
                        band.to(),
                        band.fillings().stream()
                                .map(filling -> woven(filling, warp, band.wefts()))
                                .toList(),
                        band.seen(),
                        band.wefts()))
                .toList();
        return new Colouring(fillings, own.warp(), own.binder(), bands, own.homes());
    }

    private Filling woven(Filling own, Rgb warp, List<Rgb> wefts) {
        int number = numbers[own.index()];
        if (number == 0) {
            return own;
        }
        double share = share(structure, number);
        Filling.Face face = structure instanceof ShadedSatin tones
                ? new Filling.Level(share * tones.satin().ends())
                : own.face();
        Rgb shown = shown(structure, number, face, warp, wefts, mixing);
        double difference = Lab.of(shown).difference(Lab.of(own.asked()));
        double lost = structure instanceof ShadedSatin ? difference > Filling.LOST ? 1 : 0 : own.lost();
        return new Filling(own.index(), own.asked(), shown, difference, lost, face, number);
    }

    private static double share(Structure structure, int number) {
        return structure.weaves().weaves().get(number - 1).warpShare();
    }

    /** What a face gives in the weave of that number. */
    static Rgb shown(Structure structure, int number, Filling.Face face, Rgb warp, List<Rgb> wefts, Mixing mixing) {
        return mixing.mixed(mixing.light(warp), weft(face, wefts, mixing), share(structure, number))
                .rgb();
    }

    private static Light weft(Filling.Face face, List<Rgb> wefts, Mixing mixing) {
        if (face instanceof Filling.Pure pure) {
            return mixing.light(wefts.get(pure.thread()));
        }
        return face instanceof Filling.Mixture mixture
                ? mixing.mixed(mixing.light(wefts.get(mixture.even())), mixing.light(wefts.get(mixture.odd())), 0.5)
                : mixing.light(wefts.get(0));
    }
}
