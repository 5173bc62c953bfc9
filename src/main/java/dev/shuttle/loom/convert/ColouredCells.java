package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.Rgb;
import java.util.List;

/** A clean label map and what its labels stand for. */
final class ColouredCells {
    private final byte[] labels;
    private final List<Rgb> colours;
    private final Cleaning cleaning;

    ColouredCells(byte[] labels, List<Rgb> colours, Cleaning cleaning) {
        this.labels = labels;
        this.colours = colours;
        this.cleaning = cleaning;
    }

    /** One a cell; not a copy. */
    byte[] labels() {
        return labels;
    }

    /** By label; there may be some that no cell shows. */
    List<Rgb> colours() {
        return colours;
    }

    /** All cleaning so far. */
    Cleaning cleaning() {
        return cleaning;
    }
}
