package dev.shuttle.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Other colours of the same lift plan 配色.
 *
 * @param number from 1, as its files have it
 * @param name as the ticket has it
 * @param yarns all of them, in the order warp, binder, wefts
 * @param palette what the cloth shows of each colour of the point paper, by index
 * @param de2000 mean CIEDE2000 between this cloth and the first, by area
 * @param contrast L* between figure and ground, the mean by area
 * @param newWarp whether another warp has to be made for it
 * @param newQuality yarns, by place, more than 5 % heavier or lighter than in the first
 * @param flips pairs of wefts whose order of lightness is turned over, such as {@code A/B}: A was the lighter one
 * @param unknown places that the ticket names and the cloth has not
 * @param need yarn of one repeat; empty where no fabric is named
 */
public record Colourway(
        int number,
        String name,
        List<Dyed> yarns,
        List<String> palette,
        double de2000,
        double contrast,
        boolean newWarp,
        List<String> newQuality,
        List<String> flips,
        List<String> unknown,
        List<Yarn> need) {
    public Colourway {
        yarns = yarns == null ? List.of() : List.copyOf(yarns);
        palette = palette == null ? List.of() : List.copyOf(palette);
        de2000 = Rounding.to(de2000, 2);
        contrast = Rounding.to(contrast, 1);
        newQuality = newQuality == null ? List.of() : List.copyOf(newQuality);
        flips = flips == null ? List.of() : List.copyOf(flips);
        unknown = unknown == null ? List.of() : List.copyOf(unknown);
        need = need == null ? List.of() : List.copyOf(need);
    }

    /**
     * A yarn.
     *
     * @param place {@code warp}, {@code binder}, {@code A} for the first weft, {@code C2} for the second yarn of one that changes
     * @param from its colour in the first way
     * @param name by the card, with its colour
     */
    public record Dyed(
            String place, String from, String rgb, @Nullable String name) {
        /** Whether it is another one than in the first way. */
        public boolean changed() {
            return !from.equals(rgb);
        }
    }
}
