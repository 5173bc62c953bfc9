package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.loom.weave.Structure;
import java.util.List;

/**
 * The colours that the faces of a structure have from afar: yarns and binding points mixed as light.
 *
 * @param ground of the warp, for jin of the wefts
 * @param threads the yarns that faces are numbers of: the wefts, for jin the warps of a group
 */
public record WovenColours(Structure structure, Rgb ground, List<Rgb> threads) {
    public WovenColours {
        threads = List.copyOf(threads);
    }

    /** What a face gives. */
    public Rgb of(Filling.Face face) {
        if (face instanceof Filling.Level level) {
            double share = level.level() / ((ShadedSatin) structure).satin().ends();
            return Light.of(ground).mixed(Light.of(threads.get(0)), share).rgb();
        }
        if (face instanceof Filling.Pure pure) {
            return thread(pure.thread()).rgb();
        }
        Filling.Mixture mixture = (Filling.Mixture) face;
        return thread(mixture.even()).mixed(thread(mixture.odd()), 0.5).rgb();
    }

    private Light thread(int number) {
        return number == 0
                ? first(structure, ground, threads.get(0))
                : figure(structure, ground, threads.get(number == structure.threads() ? 0 : number));
    }

    /** What thread 0 gives: where there is a ground its warp satin, which its weft crosses once in so many ends. */
    static Light first(Structure structure, Rgb ground, Rgb yarn) {
        return structure instanceof Lampas lampas
                ? Light.of(yarn).mixed(Light.of(ground), 1.0 / lampas.ground().ends())
                : figure(structure, ground, yarn);
    }

    /** The same where the ends that bind have a colour of their own, which shows between those of the ground too. */
    static Light first(Structure structure, Rgb ground, Rgb yarn, Rgb binder) {
        if (!(structure instanceof Lampas)) {
            return figure(structure, binder, yarn);
        }
        Light satin = first(structure, ground, yarn);
        return ground.equals(binder) ? satin : Light.of(binder).mixed(satin, Weavable.specks(structure));
    }

    /** What a yarn on the face gives, with the binding points of the warp. */
    static Light figure(Structure structure, Rgb ground, Rgb yarn) {
        return Light.of(ground).mixed(Light.of(yarn), Weavable.specks(structure));
    }
}
