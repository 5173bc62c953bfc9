package dev.shuttle.loom.cloth;

import dev.shuttle.loom.design.StructureKind;

/**
 * A number of wefts that was considered for a cloth.
 *
 * @param kind of the structure
 * @param wefts on a line, at most
 * @param bands in which the wefts keep their yarns; 1 where none changes
 * @param lost the share of cells woven further than {@link Filling#LOST} from the point paper, 0 to 1
 * @param difference the mean CIEDE2000 of all cells
 * @param picks of the repeat
 * @param picksPerLine on average
 */
public record WeftTrial(
        StructureKind kind, int wefts, int bands, double lost, double difference, long picks, double picksPerLine) {
    /** More lost cells than this are seen as a fault. */
    public static final double MOST_LOST = 0.02;
    /** The same where wefts change: what is lost there ends at a straight line across the cloth. */
    public static final double MOST_LOST_AT_BANDS = 0.002;
    /** A buyer's "as asked", CIEDE2000. */
    public static final double MOST_DIFFERENCE = 3;

    /** The same of a repeat with so many picks. */
    WeftTrial of(long all) {
        return new WeftTrial(kind, wefts, bands, lost, difference, all, picksPerLine);
    }

    /** Whether the cloth shows what the point paper says. */
    public boolean suffices() {
        return lost <= (bands > 1 ? MOST_LOST_AT_BANDS : MOST_LOST) && difference <= MOST_DIFFERENCE;
    }
}
