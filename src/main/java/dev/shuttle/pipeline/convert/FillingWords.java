package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.weave.Satin;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a colour is woven with, in words. */
final class FillingWords {
    private FillingWords() {}

    /** The weave: {@code 5/8 satin}, {@code ground}, {@code weft 2}, {@code weft 1 + weft 3}. */
    static String weave(Cloth cloth, int index) {
        Filling.Face face = cloth.colouring().fillings().get(index).face();
        if (face instanceof Filling.Level level) {
            Satin satin = Objects.requireNonNull(cloth.order().satin());
            String ends = level.level() % 1 == 0
                    ? String.valueOf((int) level.level())
                    : String.format(Locale.ROOT, "%.1f", level.level());
            return ends + "/" + satin.ends() + " satin";
        }
        if (face instanceof Filling.Pure pure) {
            return thread(cloth, pure.thread());
        }
        Filling.Mixture mixture = (Filling.Mixture) face;
        return thread(cloth, mixture.even()) + " + " + thread(cloth, mixture.odd());
    }

    private static String thread(Cloth cloth, int thread) {
        if (thread == 0 && cloth.order().kind().hasGround()) {
            return "ground";
        }
        // the ground's weft as figure has a number behind all wefts
        int number = thread == cloth.structure().threads() ? 0 : thread;
        return (cloth.order().kind() == StructureKind.JIN ? "warp " : "weft ") + (number + 1);
    }

    /** The colours of the yarns that show. */
    static String yarn(Cloth cloth, int index, YarnNames names) {
        Filling.Face face = cloth.colouring().fillings().get(index).face();
        if (!(face instanceof Filling.Level)) {
            List<Rgb> yarns = cloth.yarns(face, cloth.colouring().home(index));
            return yarns.stream().map(names::of).collect(Collectors.joining(" + "));
        }
        return names.of(cloth.colouring().warp().get(0)) + " × "
                + names.of(cloth.colouring().wefts(index).get(0));
    }
}
