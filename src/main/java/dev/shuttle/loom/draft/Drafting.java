package dev.shuttle.loom.draft;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.BitGrid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What shafts would make of a lift plan.
 *
 * @param shaftsNeeded how many different ends there are
 * @param draft empty where the loom has fewer shafts, or the cloth is larger than programs take
 */
public record Drafting(int shaftsNeeded, Optional<Draft> draft) {
    /** The most shafts that programs for shaft looms take. */
    public static final int MOST_SHAFTS = 40;

    /** The most ends times picks that are written or read: a draft is held in memory as a whole. */
    static final long MOST_CELLS = 400_000_000;

    /** The most ends, and the most picks. */
    static final int MOST_THREADS = 100_000;

    /** Whether a cloth is more than that. */
    public static boolean isTooLarge(int ends, int picks) {
        return (long) ends * picks > MOST_CELLS || Math.max(ends, picks) > MOST_THREADS;
    }

    /** How many different ends a cloth has. */
    public static int shafts(BitGrid cloth) {
        return new ShaftReduction(cloth).shafts();
    }

    /**
     * A draft of a cloth.
     *
     * @param cloth all ends, the first row the top of the picture, which is woven last
     * @param warp the colour of each end
     * @param weft the colour of each row
     */
    public static Drafting of(
            String title, BitGrid cloth, List<Rgb> warp, List<Rgb> weft, double endsPerCm, double picksPerCm) {
        ShaftReduction reduced = new ShaftReduction(cloth);
        if (reduced.shafts() > MOST_SHAFTS || isTooLarge(cloth.columns(), cloth.rows())) {
            return new Drafting(reduced.shafts(), Optional.empty());
        }
        List<Rgb> upwards = new ArrayList<>(weft);
        Collections.reverse(upwards);
        Draft draft = new Draft(
                title, reduced.threading(), reduced.lifts().upsideDown(), warp, upwards, endsPerCm, picksPerCm);
        return new Drafting(reduced.shafts(), Optional.of(draft));
    }
}
