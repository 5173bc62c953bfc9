package dev.shuttle.loom.convert.clean;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** The bands in which a region may have been left small because a window showed only a part of it. */
final class UncertainBands {
    private final long cells;
    private final AtomicIntegerArray bands;

    /** @param cells in a band */
    UncertainBands(long cells, int bands) {
        this.cells = cells;
        this.bands = new AtomicIntegerArray(bands);
    }

    /** Notes the band of a cell of the map. */
    void add(int cell) {
        bands.set((int) (cell / cells), 1);
    }

    boolean contains(int band) {
        return bands.get(band) != 0;
    }
}
