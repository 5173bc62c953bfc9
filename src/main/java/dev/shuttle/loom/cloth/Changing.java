package dev.shuttle.loom.cloth;

/**
 * Wefts that change their yarn along the length 彩抛, so that a cloth shows more colours than it has wefts.
 *
 * @param wefts how many of the wefts change, 1 or more; the first never does
 * @param band the fewest lines that a yarn stays, 1 or more
 * @param blend over so many lines one yarn gives way to the next where the change would be seen, at most {@code band}; 0: at
 *     once
 */
public record Changing(int wefts, int band, int blend) {
    /** A centimetre or two of a brocade. */
    public static final int USUAL_BAND = 24;

    public Changing {
        if (wefts < 1 || band < 1 || blend < 0) {
            throw new IllegalArgumentException(
                    wefts + " changing wefts, each yarn for " + band + " lines, blended over " + blend);
        }
        blend = Math.min(blend, band);
    }

    /** Yarns that change at once. */
    public Changing(int wefts, int band) {
        this(wefts, band, 0);
    }
}
