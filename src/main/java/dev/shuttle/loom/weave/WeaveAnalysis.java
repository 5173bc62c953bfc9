package dev.shuttle.loom.weave;

import java.util.ArrayList;
import java.util.List;

/**
 * What a lift plan makes of the cloth. All runs are counted round the seam, along each pick of its own and along each end,
 * binders among the mains.
 *
 * @param warpFace floats of ends over picks, in picks
 * @param warpBack floats of ends under picks, in picks
 * @param wefts floats of each weft, in ends
 * @param hangsTogether whether no thread lies loose on the others
 * @param ends all ends of the cloth, binders among them
 * @param picks all picks
 * @param liftedShare share of crossings at which the end is lifted, 0 to 1
 * @param load ends that the machine lifts
 * @param interlacings how often threads change from one side to the other, ends and picks together
 * @param fewestOfAnEnd interlacings of the end that has the fewest
 * @param mostOfAnEnd interlacings of the end that has the most: where the two lie far apart, ends take up differently
 */
public record WeaveAnalysis(
        FloatLengths warpFace,
        FloatLengths warpBack,
        List<WeftFloats> wefts,
        boolean hangsTogether,
        int ends,
        int picks,
        double liftedShare,
        LiftLoad load,
        long interlacings,
        int fewestOfAnEnd,
        int mostOfAnEnd) {
    public WeaveAnalysis {
        wefts = List.copyOf(wefts);
    }

    /** Looks at every crossing. */
    public static WeaveAnalysis of(LiftPlan plan) {
        return of(plan.cloth(), plan.picks());
    }

    /**
     * Looks at every crossing.
     *
     * @param picks a row each pick, of all ends
     * @param plan which weft each row throws
     */
    public static WeaveAnalysis of(BitGrid picks, PickPlan plan) {
        BitGrid ends = picks.transposed();
        FloatLengths warpFace = new FloatLengths();
        FloatLengths warpBack = new FloatLengths();
        long interlacings = 0;
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        for (int end = 0; end < ends.rows(); end++) {
            int changes = CyclicRuns.tally(ends, end, warpFace, warpBack);
            interlacings += changes;
            fewest = Math.min(fewest, changes);
            most = Math.max(most, changes);
        }
        List<WeftFloats> wefts = new ArrayList<>();
        for (int weft = 0; weft < plan.wefts(); weft++) {
            wefts.add(new WeftFloats(new FloatLengths(), new FloatLengths()));
        }
        for (int pick = 0; pick < picks.rows(); pick++) {
            WeftFloats floats = wefts.get(plan.weft(pick));
            interlacings += CyclicRuns.tally(picks, pick, floats.back(), floats.face());
        }
        LiftLoad load = LiftLoad.of(picks);
        return new WeaveAnalysis(
                warpFace,
                warpBack,
                wefts,
                new Connection(picks, ends).isWhole(),
                ends.rows(),
                picks.rows(),
                load.mean() / ends.rows(),
                load,
                interlacings,
                fewest,
                most);
    }

    /** The longest floats found. */
    public FloatBounds longest() {
        int face = 0;
        int back = 0;
        for (WeftFloats weft : wefts) {
            face = Math.max(face, weft.face().longest());
            back = Math.max(back, weft.back().longest());
        }
        return new FloatBounds(warpFace.longest(), warpBack.longest(), face, back);
    }

    /** Every float of warp and wefts, face and back. */
    public FloatLengths all() {
        FloatLengths sum = warpFace.with(warpBack);
        for (WeftFloats weft : wefts) {
            sum = sum.with(weft.face()).with(weft.back());
        }
        return sum;
    }

    /** Share of the interlacings that a tabby of as many threads would have, 0 to 1. */
    public double firmness() {
        return interlacings / (2.0 * ends * picks);
    }
}
