package dev.shuttle.loom.cloth;

import dev.shuttle.loom.design.Density;
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
 * @param tex of the wefts, the mean over all picks
 * @param cover the wefts' diameters in the room of a line where lines lie closest, all together, on average
 */
public record WeftTrial(
        StructureKind kind,
        int wefts,
        int bands,
        double lost,
        double difference,
        long picks,
        double picksPerLine,
        double tex,
        double cover) {
    /** More lost cells than this are seen as a fault. */
    public static final double MOST_LOST = 0.02;
    /** The same where wefts change: what is lost there ends at a straight line across the cloth. */
    public static final double MOST_LOST_AT_BANDS = 0.002;
    /** A buyer's "as asked", CIEDE2000. */
    public static final double MOST_DIFFERENCE = 3;

    /** Where the palette is free, so that more wefts bring the cloth nearer to the picture, it is worth that until here, CIEDE2000. */
    public static final double WELL = 1.5;

    /** The same of a repeat with so many lines, all wefts on each, as thick as is assumed. */
    WeftTrial of(int lines, Density density) {
        double share = WeftCover.of(picksPerLine);
        double assumed = YarnRules.USUAL.tex(density.mostLinesPerCm(), share);
        return new WeftTrial(
                kind,
                wefts,
                bands,
                lost,
                difference,
                (long) wefts * lines,
                picksPerLine,
                assumed,
                picksPerLine * share);
    }

    /** Whether the wefts have room in their lines. */
    boolean hasRoom() {
        return cover <= WeftCover.MOST + 1e-9;
    }

    /** Whether the cloth shows what the point paper says. */
    public boolean suffices() {
        return lost <= (bands > 1 ? MOST_LOST_AT_BANDS : MOST_LOST) && difference <= MOST_DIFFERENCE;
    }

    /** Whether the cloth of a palette that nobody has fixed shows the picture as near as is worth its wefts. */
    public boolean weavesWell() {
        return suffices() && difference <= WELL;
    }
}
