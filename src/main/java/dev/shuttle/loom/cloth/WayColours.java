package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.loom.weave.Structure;
import dev.shuttle.loom.weave.WarpFaced;
import java.util.List;

/**
 * What threads that lie where they lie show in given colours.
 *
 * @param warp one colour, or for jin those of a group
 * @param binder of what binds; the warp's where no thread of its own does
 */
record WayColours(Structure structure, List<Rgb> warp, Rgb binder, Mixing mixing) {
    /** The same faces with what these yarns show. */
    List<Filling> of(List<Filling> fillings, List<Rgb> wefts) {
        return fillings.stream().map(filling -> of(filling, wefts)).toList();
    }

    /** Beside what the point paper asks for, which other colours need not be near to. */
    private Filling of(Filling filling, List<Rgb> wefts) {
        Rgb shown = shown(filling, wefts);
        double difference = Lab.of(shown).difference(Lab.of(filling.asked()));
        return new Filling(
                filling.index(), filling.asked(), shown, difference, filling.lost(), filling.face(), filling.weave());
    }

    private Rgb shown(Filling filling, List<Rgb> wefts) {
        Filling.Face face = filling.face();
        if (face instanceof Filling.Bobbin bobbin) {
            return WovenColours.figure(structure, binder, bobbin.yarn(), mixing).rgb();
        }
        if (filling.weave() > 0) {
            return NamedWeaves.shown(structure, filling.weave(), face, warp.get(0), wefts, mixing);
        }
        if (face instanceof Filling.Level level) {
            double share = level.level() / ((ShadedSatin) structure).satin().ends();
            return mixing.mixed(mixing.light(warp.get(0)), mixing.light(wefts.get(0)), share)
                    .rgb();
        }
        if (face instanceof Filling.Pure pure) {
            return thread(pure.thread(), wefts).rgb();
        }
        Filling.Mixture mixture = (Filling.Mixture) face;
        return mixing.mixed(thread(mixture.even(), wefts), thread(mixture.odd(), wefts), 0.5)
                .rgb();
    }

    private Light thread(int number, List<Rgb> wefts) {
        if (number == 0 && structure instanceof Lampas) {
            return WovenColours.first(structure, warp.get(0), wefts.get(0), binder, mixing);
        }
        List<Rgb> threads = structure instanceof WarpFaced ? warp : wefts;
        int own = number == structure.threads() ? 0 : number;
        return WovenColours.figure(structure, binder, threads.get(own), mixing);
    }
}
