package dev.shuttle.loom.design;

import dev.shuttle.loom.colour.Palette;

/** The loom image (point paper): one cell is one end by one line, its label the index of a colour of the palette. */
public final class PointPaper {
    private final int ends;
    private final int lines;
    private final byte[] labels;
    private final Palette palette;
    private final Density density;

    /** Takes over {@code labels}: one byte a cell, row after row from the top, 0 to {@code palette.size() - 1}. */
    public PointPaper(int ends, int lines, byte[] labels, Palette palette, Density density) {
        if (ends < 1 || lines < 1 || labels.length != (long) ends * lines) {
            throw new IllegalArgumentException(labels.length + " labels are not " + ends + " by " + lines);
        }
        this.ends = ends;
        this.lines = lines;
        this.labels = labels;
        this.palette = palette;
        this.density = density.fitted(lines);
    }

    public int ends() {
        return ends;
    }

    public int lines() {
        return lines;
    }

    /** The labels themselves, not a copy. */
    public byte[] labels() {
        return labels;
    }

    public Palette palette() {
        return palette;
    }

    public Density density() {
        return density;
    }

    /** The label of a cell, 0 to 255. */
    public int label(int end, int line) {
        return labels[line * ends + end] & 255;
    }
}
