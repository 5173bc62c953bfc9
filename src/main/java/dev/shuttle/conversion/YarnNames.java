package dev.shuttle.conversion;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.yarn.Yarn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The yarns of the card that a palette is from, by colour; of two with the same colour the first. */
final class YarnNames {
    private final Map<Rgb, Yarn> byColour = new LinkedHashMap<>();

    YarnNames(List<Yarn> yarns) {
        yarns.forEach(yarn -> byColour.putIfAbsent(yarn.colour(), yarn));
    }

    /** What the card calls it, with its colour; the colour alone where no card has it. */
    String of(Rgb colour) {
        Yarn yarn = byColour.get(colour);
        return yarn == null || yarn.title().isEmpty() ? colour.hex() : yarn.title() + " " + colour.hex();
    }

    /** Its count; null where no card tells. */
    @Nullable
    Double tex(Rgb colour) {
        Yarn yarn = byColour.get(colour);
        return yarn == null ? null : yarn.tex();
    }

    /** Whether a card has it. */
    boolean knows(Rgb colour) {
        return byColour.containsKey(colour);
    }

    /** The counts that are known. */
    Map<Rgb, Double> counts() {
        Map<Rgb, Double> counts = new LinkedHashMap<>();
        byColour.forEach((colour, yarn) -> {
            if (yarn.tex() != null) {
                counts.put(colour, yarn.tex());
            }
        });
        return counts;
    }
}
