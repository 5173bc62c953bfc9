package dev.shuttle.loom.design;

/**
 * Wefts that change their yarn along the length 彩抛, so that a cloth shows more colours than it has wefts.
 *
 * @param wefts how many of the wefts change, 1 or more; the first never does
 * @param band the fewest lines that a yarn stays, 1 or more
 */
public record Changing(int wefts, int band) {
    /** A centimetre or two of a brocade. */
    public static final int USUAL_BAND = 24;

    public Changing {
        if (wefts < 1 || band < 1) {
            throw new IllegalArgumentException(wefts + " changing wefts, each yarn for " + band + " lines");
        }
    }
}
