package dev.shuttle.loom.cloth;

/**
 * What yarn amounts and times are reckoned with where nobody says better; each is told in the report.
 *
 * @param warpCrimp how much longer an end is than the cloth 缩率, 0.04 is 4 %
 * @param weftCrimp likewise a pick
 * @param waste yarn lost in winding, tying and selvedges, share of what is woven
 * @param warpCover diameter of an end as a share of the room between two
 * @param weftCover diameter of a pick as a share of the room between two
 * @param gramsPerCubicCm of the fibre; silk 1.33
 * @param picksPerMinute of the loom
 * @param efficiency share of the time in which it runs
 */
public record YarnRules(
        double warpCrimp,
        double weftCrimp,
        double waste,
        double warpCover,
        double weftCover,
        double gramsPerCubicCm,
        double picksPerMinute,
        double efficiency) {
    /**
     * Silk, crimp in the middle of the usual 3 to 5 %. The covers are those of a published Shu brocade: mains of 95 dtex at
     * 58.4 per cm, wefts of 266 dtex at 63 per cm.
     */
    public static final YarnRules USUAL = new YarnRules(0.04, 0.04, 0.05, 0.56, 1.0, 1.33, 300, 0.85);

    /** A binder is a fine yarn: this share of a main's count, as in the published Shu brocade. */
    static final double BINDER_COUNT = 0.24;

    /** Its diameter as a share of a main's. */
    public static final double BINDER_WIDTH = Math.sqrt(BINDER_COUNT);

    /** Diameter, mm, of a round yarn of 1 tex and 1 g/cm³ is this times the root of tex over density. */
    private static final double DIAMETER = 0.0357;

    /**
     * The count of a yarn that fills a share of its room.
     *
     * @return tex, grams per km
     */
    double tex(double threadsPerCm, double cover) {
        double diameter = cover * 10 / threadsPerCm;
        return gramsPerCubicCm * diameter * diameter / (DIAMETER * DIAMETER);
    }
}
