package dev.shuttle.loom.weave;

import org.jspecify.annotations.Nullable;

/**
 * The lift plan 开口图: a bit for each pick and end, 1 where the end is lifted over the pick. The first row is the top of
 * the picture, so a loom that begins at the bottom takes the last row first.
 *
 * @param mains the hooks' ends, one column each
 * @param binders the binding ends 接结经, which a front harness may lift; no columns where there are none
 * @param mainsPerBinder after so many mains lies a binder; 0 where there are none
 * @param picks which weft each row throws
 * @param mending what was changed where weaves meet; null where there is one weave alone, which needs none
 */
public record LiftPlan(
        BitGrid mains,
        BitGrid binders,
        int mainsPerBinder,
        PickPlan picks,
        @Nullable Mending mending) {
    public LiftPlan {
        boolean fits = mainsPerBinder == 0
                ? binders.columns() == 0
                : binders.columns() * mainsPerBinder == mains.columns() && binders.rows() == mains.rows();
        if (!fits || picks.picks() != mains.rows()) {
            throw new IllegalArgumentException(mains + ", " + binders + ", a binder after " + mainsPerBinder
                    + " mains and " + picks.picks() + " picks do not go together");
        }
    }

    LiftPlan(BitGrid mains, BitGrid binders, int mainsPerBinder, PickPlan picks) {
        this(mains, binders, mainsPerBinder, picks, null);
    }

    /** A plan without binders. */
    static LiftPlan of(BitGrid mains, PickPlan picks) {
        return of(mains, picks, null);
    }

    /** A plan without binders, mended where weaves meet. */
    static LiftPlan of(BitGrid mains, PickPlan picks, @Nullable Mending mending) {
        return new LiftPlan(mains, new BitGrid(0, 0), 0, picks, mending);
    }

    /** Hooks for the mains. */
    public int hooks() {
        return mains.columns();
    }

    /** All ends of the cloth, binders among the mains as they lie in the reed: each after its mains. */
    public BitGrid cloth() {
        if (mainsPerBinder == 0) {
            return mains;
        }
        int group = mainsPerBinder + 1;
        BitGrid all = new BitGrid(mains.rows(), mains.columns() + binders.columns());
        for (int row = 0; row < mains.rows(); row++) {
            for (int binder = 0; binder < binders.columns(); binder++) {
                long ends = mains.bits(row, binder * mainsPerBinder, mainsPerBinder);
                long lifted = binders.get(row, binder) ? 1L << mainsPerBinder : 0;
                all.setBits(row, binder * group, group, ends | lifted);
            }
        }
        return all;
    }
}
