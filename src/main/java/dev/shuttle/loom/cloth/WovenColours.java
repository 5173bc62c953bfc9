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
        Light yarn = Light.of(threads.get(number));
        boolean plain = number == 0 && structure instanceof Lampas;
        return plain ? yarn : Light.of(ground).mixed(yarn, Weavable.specks(structure));
    }
}
