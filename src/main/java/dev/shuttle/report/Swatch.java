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
 * @param woven what the cloth shows of it; absent without a structure
 */
public record Swatch(
        int index,
        String rgb,
        List<Double> lab,
        double share,
        @Nullable String yarn,
        @Nullable String weave,
        @Nullable Woven woven) {
    /**
     * What the cloth shows of a colour.
     *
     * @param rgb from afar, yarns and binding points together
     * @param de2000 CIEDE2000 between the two, the mean of all its cells
     * @param yarns that lie on its face, the most used first
     */
    public record Woven(String rgb, double de2000, List<Share> yarns) {
        public Woven {
            de2000 = Rounding.to(de2000, 2);
            yarns = yarns == null ? List.of() : List.copyOf(yarns);
        }
    }

    /** A yarn, and the share of a colour's cells that show it, 0 to 1. */
    public record Share(String yarn, double share) {
        public Share {
            share = Rounding.to(share, 4);
        }
    }

    /** Of which nothing is woven. */
    public Swatch(
            int index, String rgb, List<Double> lab, double share, @Nullable String yarn, @Nullable String weave) {
        this(index, rgb, lab, share, yarn, weave, null);
    }

    public Swatch {
        lab = lab == null ? List.of() : lab.stream().map(v -> Rounding.to(v, 2)).toList();
        share = Rounding.to(share, 6);
    }
}
