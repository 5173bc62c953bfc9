package dev.shuttle.loom.convert.clean;

/** What it costs to show a cell by a label: a squared colour difference, or anything else that adds up over cells. */
public interface CellCosts {
    /** A number that stands for the colour of a cell; computed once for a cell whose costs are used several times. */
    int place(int cell);

    /** The cost of showing what {@link #place} gave by a label. */
    float cost(int place, int label);
}
