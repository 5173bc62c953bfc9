package dev.shuttle.loom.draft;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.BitGrid;
import java.util.List;

/**
 * A cloth as shafts weave it.
 *
 * @param title for people
 * @param threading a row each end, from the left: the shafts it is on, mostly one
 * @param lifts a row each pick, in the order of weaving: the shafts that are up
 * @param warp the colour of each end
 * @param weft the colour of each pick
 * @param endsPerCm 0 where it is not known
 * @param picksPerCm likewise
 */
public record Draft(
        String title,
        BitGrid threading,
        BitGrid lifts,
        List<Rgb> warp,
        List<Rgb> weft,
        double endsPerCm,
        double picksPerCm) {
    public Draft {
        warp = List.copyOf(warp);
        weft = List.copyOf(weft);
        if (threading.rows() != warp.size() || lifts.rows() != weft.size() || threading.columns() != lifts.columns()) {
            throw new IllegalArgumentException(threading + " threaded, " + lifts + " lifted, " + warp.size() + " and "
                    + weft.size() + " colours do not go together");
        }
    }

    public int shafts() {
        return threading.columns();
    }

    public int ends() {
        return threading.rows();
    }

    public int picks() {
        return lifts.rows();
    }

    /** A row each pick, in the order of weaving: the ends that are up. */
    public BitGrid drawdown() {
        BitGrid up = new BitGrid(picks(), ends());
        for (int pick = 0; pick < picks(); pick++) {
            for (int end = 0; end < ends(); end++) {
                if (threading.meets(end, lifts, pick)) {
                    up.set(pick, end);
                }
            }
        }
        return up;
    }
}
