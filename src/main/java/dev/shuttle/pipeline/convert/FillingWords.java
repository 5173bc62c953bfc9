package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.weave.Satin;
import java.util.Locale;
import java.util.Objects;

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
        if (face instanceof Filling.Pure pure) {
            return names.of(shown(cloth, index, pure.thread()));
        }
        if (face instanceof Filling.Mixture mixture) {
            return names.of(shown(cloth, index, mixture.even())) + " + " + names.of(shown(cloth, index, mixture.odd()));
        }
        return names.of(cloth.colouring().warp().get(0)) + " × "
                + names.of(cloth.colouring().wefts(index).get(0));
    }

    /** The colour of the yarn that shows: of a ground it is the warp's. */
    private static Rgb shown(Cloth cloth, int index, int thread) {
        StructureKind kind = cloth.order().kind();
        if (kind == StructureKind.JIN || (thread == 0 && kind.hasGround())) {
            return cloth.colouring().warp().get(thread);
        }
        return cloth.colouring().wefts(index).get(thread == cloth.structure().threads() ? 0 : thread);
    }
}
