package dev.shuttle.loom.paper;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.image.Picture;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper that was read: every cell has one of its colours. */
public final class ReturnedPaper {
    private final KnownPaper.Cells cells;
    private final List<Rgb> colours;
    private final Picture picture;
    private final byte[] states;
    private final boolean falseColours;

    ReturnedPaper(KnownPaper.Cells cells, List<Rgb> colours, Picture picture, byte[] states, boolean falseColours) {
        this.cells = cells;
        this.colours = List.copyOf(colours);
        this.picture = picture;
        this.states = states;
        this.falseColours = falseColours;
    }

    /** The same without the colours that no cell shows; the others keep their order. */
    ReturnedPaper withoutUnused() {
        boolean[] used = new boolean[colours.size()];
        for (byte label : cells.labels()) {
            used[label & 255] = true;
        }
        List<Rgb> shown = new ArrayList<>();
        byte[] index = new byte[used.length];
        for (int label = 0; label < used.length; label++) {
            index[label] = (byte) shown.size();
            if (used[label]) {
                shown.add(colours.get(label));
            }
        }
        byte[] labels = new byte[cells.labels().length];
        for (int cell = 0; cell < labels.length; cell++) {
            labels[cell] = index[cells.labels()[cell] & 255];
        }
        KnownPaper.Cells renumbered = new KnownPaper.Cells(cells.ends(), cells.lines(), labels);
        return new ReturnedPaper(renumbered, shown, picture, states, falseColours);
    }

    /** What was read. */
    public KnownPaper.Cells cells() {
        return cells;
    }

    /** By index. */
    public List<Rgb> colours() {
        return colours;
    }

    /** Whether the file was painted in the paper's false colours. */
    public boolean isInFalseColours() {
        return falseColours;
    }

    /** Cells that have the colour which they are very near to. */
    public long near() {
        return count(CellState.NEAR);
    }

    /** Cells in mixtures of two colours beside them, which have the nearer one. */
    public long blended() {
        return count(CellState.BLENDED);
    }

    /** Cells that have the most similar colour because that is wanted. */
    public long snapped() {
        return count(CellState.SNAPPED);
    }

    private long count(CellState state) {
        long count = 0;
        for (byte each : states) {
            count += each == state.code() ? 1 : 0;
        }
        return count;
    }

    /** The paper with the cells that were read as another colour; null where all are exact or very near. */
    public @Nullable BufferedImage marked() {
        return blended() + snapped() == 0 ? null : MarkedPaper.of(picture, states);
    }

    /** The paper with some cells more or fewer, as wanted. */
    public PointPaper paper(KnownPaper.Cells fitted, Density density) {
        long[] uses = new long[colours.size()];
        for (byte label : fitted.labels()) {
            uses[label & 255]++;
        }
        List<PaletteColour> palette = new ArrayList<>();
        for (int index = 0; index < uses.length; index++) {
            palette.add(new PaletteColour(
                    index, colours.get(index), uses[index], uses[index] / (double) fitted.labels().length));
        }
        return new PointPaper(fitted.ends(), fitted.lines(), fitted.labels(), new Palette(palette), density);
    }
}
