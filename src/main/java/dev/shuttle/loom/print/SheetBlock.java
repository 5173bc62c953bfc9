package dev.shuttle.loom.print;

import dev.shuttle.loom.colour.Rgb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a work sheet under a title of its own. */
public sealed interface SheetBlock {
    /** What stands above it. */
    String title();

    /** Fields with their labels. */
    record Facts(String title, List<Fact> facts) implements SheetBlock {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A labelled field. */
    record Fact(String label, SheetValue value) {}

    /** Rows under headings. */
    record Table(String title, List<String> headings, List<Row> rows) implements SheetBlock {
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param chips colours that stand before it
     */
    record Row(List<Rgb> chips, List<SheetValue> cells) {
        public Row {
            chips = List.copyOf(chips);
            cells = List.copyOf(cells);
        }

        /** With one colour, or none. */
        public static Row of(@Nullable Rgb chip, List<SheetValue> cells) {
            return new Row(chip == null ? List.of() : List.of(chip), cells);
        }
    }

    /**
     * The whole point paper.
     *
     * @param pages whether the borders of its printed pages are drawn over it
     */
    record Whole(String title, boolean pages) implements SheetBlock {}
}
