package dev.shuttle.loom.convert.clean;

/** The small region at hand, with what its cells cost as they are and by other labels. */
final class PricedRegion {
    private final CleaningWindow window;
    private final CellCosts costs;
    private final RegionFlood flood;
    private final int[] places;
    private final float[] ownCosts;
    /** What showing the whole region by each label would cost more, where {@link #turnedAt} says that it is known. */
    private final float[] turned = new float[128];

    private final int[] turnedAt = new int[128];
    private int turn;
    private byte label;

    PricedRegion(CleaningWindow window, CellCosts costs, RegionFlood flood, int minimum) {
        this.window = window;
        this.costs = costs;
        this.flood = flood;
        this.places = new int[minimum];
        this.ownCosts = new float[minimum];
    }

    /** Prices the region that the flood has just found. */
    void load() {
        label = window.cells[flood.cells[0]];
        for (int i = 0; i < flood.size(); i++) {
            places[i] = costs.place(window.mapIndex(flood.cells[i]));
            ownCosts[i] = costs.cost(places[i], label);
        }
        turn++;
        turned[label] = 0;
        turnedAt[label] = turn;
    }

    int size() {
        return flood.size();
    }

    byte label() {
        return label;
    }

    int cell(int i) {
        return flood.cells[i];
    }

    int place(int i) {
        return places[i];
    }

    float ownCost(int i) {
        return ownCosts[i];
    }

    /** What it costs more to show the whole region by {@code target}. */
    float turning(int target) {
        if (flood.size() == 1) {
            return costs.cost(places[0], target) - ownCosts[0];
        }
        if (turnedAt[target] != turn) {
            float price = 0;
            for (int i = 0; i < flood.size(); i++) {
                price += costs.cost(places[i], target) - ownCosts[i];
            }
            turned[target] = price;
            turnedAt[target] = turn;
        }
        return turned[target];
    }
}
