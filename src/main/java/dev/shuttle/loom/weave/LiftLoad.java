package dev.shuttle.loom.weave;

/**
 * How many ends are lifted at once.
 *
 * @param fewest on any pick
 * @param most on any pick
 * @param mean over all picks
 * @param jump the greatest change from one pick to the next, the seam counted
 */
public record LiftLoad(int fewest, int most, double mean, int jump) {
    static LiftLoad of(BitGrid picks) {
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        long sum = 0;
        int jump = 0;
        int before = picks.ones(picks.rows() - 1);
        for (int pick = 0; pick < picks.rows(); pick++) {
            int lifted = picks.ones(pick);
            fewest = Math.min(fewest, lifted);
            most = Math.max(most, lifted);
            sum += lifted;
            jump = Math.max(jump, Math.abs(lifted - before));
            before = lifted;
        }
        return new LiftLoad(fewest, most, (double) sum / picks.rows(), jump);
    }
}
