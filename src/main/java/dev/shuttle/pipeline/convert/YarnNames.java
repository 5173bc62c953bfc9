package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.YarnSystem;
import dev.shuttle.loom.cloth.YarnUse;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.yarn.Yarn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The yarns of the card that a palette is from, by colour; of two with the same colour the first. */
final class YarnNames {
    private final Map<Rgb, Yarn> byColour = new LinkedHashMap<>();

    private final @Nullable Yarn warp;
    private final @Nullable Yarn binder;

    YarnNames(List<Yarn> yarns) {
        yarns.stream()
                .filter(yarn -> yarn.use() == Yarn.Use.COLOUR)
                .forEach(yarn -> byColour.putIfAbsent(yarn.colour(), yarn));
        this.warp = first(yarns, Yarn.Use.WARP);
        this.binder = first(yarns, Yarn.Use.BINDER);
    }

    /** What the card calls it, with its colour; the colour alone where no card has it. */
    String of(Rgb colour) {
        Yarn yarn = byColour.get(colour);
        return yarn == null || yarn.title().isEmpty() ? colour.hex() : yarn.title() + " " + colour.hex();
    }

    /** Its count; null where no card has one. */
    @Nullable
    Double tex(Rgb colour) {
        Yarn yarn = byColour.get(colour);
        return yarn == null ? null : yarn.tex();
    }

    /** Whether a card has it. */
    boolean knows(Rgb colour) {
        return byColour.containsKey(colour);
    }

    /**
     * What the yarn of a system is called, with its colour on the cloth.
     *
     * @param shown whether the card has it among the yarns that show: wefts, for jin warps
     */
    String of(YarnUse use, boolean shown) {
        Yarn own = use.system() == YarnSystem.BINDER ? binder : warp;
        return shown
                        || use.system() == YarnSystem.WEFT
                        || use.system() == YarnSystem.BROCADING
                        || own == null
                        || own.title().isEmpty()
                ? of(use.colour())
                : own.title() + " " + use.colour().hex();
    }

    private static @Nullable Yarn first(List<Yarn> yarns, Yarn.Use use) {
        return yarns.stream().filter(yarn -> yarn.use() == use).findFirst().orElse(null);
    }
}
