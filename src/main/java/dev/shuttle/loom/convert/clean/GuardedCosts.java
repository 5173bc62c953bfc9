package dev.shuttle.loom.convert.clean;

/** Costs under which some cells are not given away lightly: what belongs to a line stays with it. */
public final class GuardedCosts implements CellCosts {
    private static final float WEIGHT = 16;

    private final CellCosts costs;
    private final boolean[] guarded;

    /** @param guarded one a cell */
    public GuardedCosts(CellCosts costs, boolean[] guarded) {
        this.costs = costs;
        this.guarded = guarded;
    }

    /** The place, negative and one less for guarded cells. */
    @Override
    public int place(int cell) {
        int place = costs.place(cell);
        return guarded[cell] ? -1 - place : place;
    }

    @Override
    public float cost(int place, int label) {
        return place < 0 ? WEIGHT * costs.cost(-1 - place, label) : costs.cost(place, label);
    }
}
