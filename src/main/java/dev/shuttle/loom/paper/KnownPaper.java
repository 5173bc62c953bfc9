package dev.shuttle.loom.paper;

import dev.shuttle.loom.colour.Rgb;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a point paper before it is read.
 *
 * @param colours by index, all unlike
 * @param falseColours the same in colours that are easily told apart; empty where there are none
 * @param kept whether a colour that no cell shows keeps its index
 * @param issued the cells as they were issued; null where they are not known
 */
public record KnownPaper(
        List<Rgb> colours,
        List<Rgb> falseColours,
        boolean kept,
        @Nullable Cells issued) {
    /** More colours no paper has. */
    private static final int MOST = 255;

    public KnownPaper {
        colours = List.copyOf(colours);
        falseColours = List.copyOf(falseColours);
        if (colours.isEmpty() || colours.size() > MOST || new HashSet<>(colours).size() != colours.size()) {
            throw new IllegalArgumentException("a paper's colours are 1 to " + MOST + " unlike ones");
        }
        if (!falseColours.isEmpty() && falseColours.size() != colours.size()) {
            throw new IllegalArgumentException("there are false colours for all colours or for none");
        }
    }

    /** Cells of a paper. */
    public static final class Cells {
        private final int ends;
        private final int lines;
        private final byte[] labels;

        /** Takes over {@code labels}: one a cell, row after row from the top. */
        public Cells(int ends, int lines, byte[] labels) {
            if (labels.length != (long) ends * lines) {
                throw new IllegalArgumentException(labels.length + " labels are not " + ends + " by " + lines);
            }
            this.ends = ends;
            this.lines = lines;
            this.labels = labels;
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
    }
}
