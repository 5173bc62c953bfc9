package dev.shuttle.loom.cloth;

/**
 * What yarn amounts and times are reckoned with where nobody says better; each stands in the report.
 *
 * @param weftCrimp how much longer a pick is than the cloth is wide 缩率, 0.03 is 3 %
 * @param waste yarn lost in winding, tying and selvedges, share of what is woven
 * @param warpCover diameter of an end as a share of the room between two
 * @param gramsPerCubicCm of the fibre; silk 1.33
 * @param picksPerMinute of the loom
 * @param efficiency share of the time in which it runs
 */
public record YarnRules(
        double weftCrimp,
        double waste,
        double warpCover,
        double gramsPerCubicCm,
        double picksPerMinute,
        double efficiency) {
    /**
     * Silk. Warp's cover and weft's crimp are those of a published Shu brocade: mains of 95 dtex at 58.4 per cm, 74.2 cm in the reed
     * for 72 cm of cloth.
     */
    public static final YarnRules USUAL = new YarnRules(0.03, 0.05, 0.56, 1.33, 300, 0.85);

    /** A binder is a fine yarn: this share of a main's count, as in the published Shu brocade, raw and degummed. */
    static final double BINDER_COUNT = 0.4;

    /** Of an end, by its interlacings and the weft's count: J. T. Taylor's rule for cotton, in tex and cm. */
    private static final double WARP_CRIMP = 0.0167 / 100;

    /** An end that took up more would break. */
    private static final double MOST_CRIMP = 0.15;

    /** Its diameter as a share of a main's. */
    public static final double BINDER_WIDTH = Math.sqrt(BINDER_COUNT);

    /** Diameter, mm, of a round yarn of 1 tex and 1 g/cm³ is this times the root of tex over density. */
    private static final double DIAMETER = 0.0357;

    /** How much longer an end is than the cloth, 0.04 is 4 %. */
    static double warpCrimp(double interlacingsPerCm, double weftTex) {
        return Math.min(MOST_CRIMP, WARP_CRIMP * interlacingsPerCm * weftTex);
    }

    /**
     * The count of a yarn that fills a share of its room.
     *
     * @return tex, grams per km
     */
    double tex(double threadsPerCm, double cover) {
        double diameter = cover * 10 / threadsPerCm;
        return gramsPerCubicCm * diameter * diameter / (DIAMETER * DIAMETER);
    }

    /** The share of its room that a yarn of a count fills. */
    double cover(double threadsPerCm, double tex) {
        return DIAMETER * Math.sqrt(tex / gramsPerCubicCm) * threadsPerCm / 10;
    }
}
