package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Calibration;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.loom.weave.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The colours that the faces of a structure have from afar: yarns and binding points mixed as light.
 *
 * @param ground of the warp, for jin of the wefts
 * @param threads the yarns that faces are numbers of: the wefts, for jin the warps of a group
 * @param calibration by which they mix; null: by share of the surface
 */
public record WovenColours(
        Structure structure,
        Rgb ground,
        List<Rgb> threads,
        @Nullable Calibration calibration) {
    public WovenColours {
        threads = List.copyOf(threads);
    }

    /** The share of the warp's colour beside each thread of a face, 0 to 1. */
    public List<Double> warpShares(Filling.Face face) {
        if (face instanceof Filling.Level level) {
            return List.of(level.level() / ((ShadedSatin) structure).satin().ends());
        }
        if (face instanceof Filling.Bobbin) {
            return List.of(Weavable.specks(structure));
        }
        if (face instanceof Filling.Pure pure) {
            return List.of(warpShare(pure.thread()));
        }
        Filling.Mixture mixture = (Filling.Mixture) face;
        return List.of(warpShare(mixture.even()), warpShare(mixture.odd()));
    }

    private double warpShare(int thread) {
        return thread == 0 && structure instanceof Lampas lampas ? lampas.groundShare() : Weavable.specks(structure);
    }

    /** What a face gives. */
    public Rgb of(Filling.Face face) {
        Mixing mixing = Mixing.of(calibration);
        if (face instanceof Filling.Level level) {
            double share = level.level() / ((ShadedSatin) structure).satin().ends();
            return mixing.mixed(mixing.light(ground), mixing.light(threads.get(0)), share)
                    .rgb();
        }
        if (face instanceof Filling.Bobbin bobbin) {
            return figure(structure, ground, bobbin.yarn(), mixing).rgb();
        }
        if (face instanceof Filling.Pure pure) {
            return thread(pure.thread(), mixing).rgb();
        }
        Filling.Mixture mixture = (Filling.Mixture) face;
        return mixing.mixed(thread(mixture.even(), mixing), thread(mixture.odd(), mixing), 0.5)
                .rgb();
    }

    private Light thread(int number, Mixing mixing) {
        return number == 0
                ? first(structure, ground, threads.get(0), mixing)
                : figure(structure, ground, threads.get(number == structure.threads() ? 0 : number), mixing);
    }

    /** What thread 0 gives: where there is a ground its warp satin, which its weft crosses once in so many ends. */
    static Light first(Structure structure, Rgb ground, Rgb yarn, Mixing mixing) {
        return structure instanceof Lampas lampas
                ? mixing.mixed(mixing.light(yarn), mixing.light(ground), 1 - lampas.groundShare())
                : figure(structure, ground, yarn, mixing);
    }

    /** The same where the ends that bind have a colour of their own, which shows between those of the ground too. */
    static Light first(Structure structure, Rgb ground, Rgb yarn, Rgb binder, Mixing mixing) {
        if (!(structure instanceof Lampas)) {
            return figure(structure, binder, yarn, mixing);
        }
        Light satin = first(structure, ground, yarn, mixing);
        return ground.equals(binder) ? satin : mixing.mixed(mixing.light(binder), satin, Weavable.specks(structure));
    }

    /** What a yarn on the face gives, with the binding points of the warp. */
    static Light figure(Structure structure, Rgb ground, Rgb yarn, Mixing mixing) {
        return mixing.mixed(mixing.light(ground), mixing.light(yarn), Weavable.specks(structure));
    }
}
