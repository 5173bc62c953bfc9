package dev.shuttle.conversion;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.cloth.StructureKind;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.Satin;
import java.util.List;
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
        return (cloth.order().kind() == StructureKind.JIN ? "warp " : "weft ") + (thread + 1);
    }

    /** The colours of the yarns that show. */
    static String yarn(Cloth cloth, int index, YarnNames names) {
        Filling.Face face = cloth.colouring().fillings().get(index).face();
        List<Rgb> yarns = cloth.order().kind() == StructureKind.JIN
                ? cloth.colouring().warp()
                : cloth.colouring().wefts(index);
        if (face instanceof Filling.Pure pure) {
            return names.of(yarns.get(pure.thread()));
        }
        if (face instanceof Filling.Mixture mixture) {
            return names.of(yarns.get(mixture.even())) + " + " + names.of(yarns.get(mixture.odd()));
        }
        return names.of(cloth.colouring().warp().get(0)) + " × "
                + names.of(cloth.colouring().wefts(index).get(0));
    }
}
