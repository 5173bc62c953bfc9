package dev.shuttle.loom.clean;

/** What it costs to show a cell by a label, and how much a border between two cells costs. */
public interface CellCosts {
    float cost(int cell, int label);
}
