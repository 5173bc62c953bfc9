package dev.shuttle.loom.convert.clean;

/** Costs under which some cells are not given away lightly: what belongs to a line stays with it. */
public final class GuardedCosts implements CellCosts {
    private static final float WEIGHT = 16;

    /** What it costs to show one label's colour by another label. */
    public interface LabelCosts {
        float of(int own, int label);
    }

    private final CellCosts costs;
    private final boolean[] guarded;
    private final byte[] labels;
    private final LabelCosts between;

    /**
     * @param guarded one a cell
     * @param labels what guarded cells are to show
     */
    public GuardedCosts(CellCosts costs, boolean[] guarded, byte[] labels, LabelCosts between) {
        this.costs = costs;
        this.guarded = guarded;
        this.labels = labels;
        this.between = between;
    }

    /** The place; for guarded cells their label, negative and one less. */
    @Override
    public int place(int cell) {
        return guarded[cell] ? -1 - labels[cell] : costs.place(cell);
    }

    @Override
    public float cost(int place, int label) {
        return place < 0 ? WEIGHT * between.of(-1 - place, label) : costs.cost(place, label);
    }
}
