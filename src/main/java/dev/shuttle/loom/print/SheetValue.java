package dev.shuttle.loom.print;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a field of a work sheet.
 *
 * @param basis where it comes from; null of words that need none
 */
public record SheetValue(String text, @Nullable Basis basis) {
    /** A field that is left open for what only a mill knows. */
    public static final SheetValue BLANK = new SheetValue("", Basis.OPEN);

    /** Where a number comes from. */
    public enum Basis {
        /** Somebody said so. */
        GIVEN("G"),
        /** By rule, since nobody did. */
        ASSUMED("A"),
        /** Reckoned or counted. */
        COMPUTED("C"),
        /** To be filled in. */
        OPEN("");

        private final String mark;

        Basis(String mark) {
            this.mark = mark;
        }

        /** The letter that stands after a value. */
        public String mark() {
            return mark;
        }
    }

    /** Words. */
    public static SheetValue of(String text) {
        return new SheetValue(text, null);
    }

    public static SheetValue given(String text) {
        return new SheetValue(text, Basis.GIVEN);
    }

    public static SheetValue assumed(String text) {
        return new SheetValue(text, Basis.ASSUMED);
    }

    public static SheetValue computed(String text) {
        return new SheetValue(text, Basis.COMPUTED);
    }
}
