package dev.shuttle.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One colour of the loom image.
 *
 * @param index its index in the point paper
 * @param rgb sRGB as {@code #rrggbb}
 * @param lab CIE L*a*b* under D65, two decimals: L 0 to 100, a, b
 * @param share share of the surface, 0 to 1, six decimals
 * @param yarn the yarn card's name
 * @param weave the weave that fills it
 */
public record Swatch(
        int index,
        String rgb,
        List<Double> lab,
        double share,
        @Nullable String yarn,
        @Nullable String weave) {

    public Swatch {
        lab = lab == null ? List.of() : lab.stream().map(v -> Rounding.to(v, 2)).toList();
        share = Rounding.to(share, 6);
    }
}
