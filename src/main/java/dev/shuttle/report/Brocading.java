package dev.shuttle.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What small bobbins weave 挖花.
 *
 * @param bobbinsAtOnce the most on one line of one repeat
 * @param picks sheds for bobbins in one repeat
 * @param areas from the top, then from the left
 * @param unwoven colours that the recipe has for bobbins, and that have no area
 */
public record Brocading(int bobbinsAtOnce, int picks, List<Area> areas, List<String> unwoven) {
    public Brocading {
        areas = areas == null ? List.of() : List.copyOf(areas);
        unwoven = unwoven == null ? List.of() : List.copyOf(unwoven);
    }

    /**
     * An area.
     *
     * @param number from 1
     * @param rgb of its yarn
     * @param name by the card, with its colour
     * @param fromLine its first line, from the top, from 1
     * @param toLine its last; beyond the repeat's last where it goes on in the next one
     * @param fromEnd its first end, from 1
     * @param toEnd its last, likewise
     * @param widthCm from its first end to its last; absent where no fabric is named
     * @param bobbins that it has at once: more than one where it has a hollow
     * @param picks of all its bobbins
     * @param cells that show it
     * @param metres of yarn with turns and waste; absent likewise
     * @param grams likewise
     */
    public record Area(
            int number,
            String rgb,
            String name,
            int fromLine,
            int toLine,
            int fromEnd,
            int toEnd,
            @Nullable Double widthCm,
            int bobbins,
            int picks,
            long cells,
            @Nullable Double metres,
            @Nullable Double grams) {
        public Area {
            widthCm = Rounding.maybe(widthCm, 2);
            metres = Rounding.maybe(metres, 2);
            grams = Rounding.maybe(grams, 3);
        }
    }
}
