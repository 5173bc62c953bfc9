package dev.shuttle.loom.clean;

/** What it costs to show a cell by a label. */
public interface CellCosts {
    float cost(int cell, int label);
}
