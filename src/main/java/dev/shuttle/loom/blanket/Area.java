package dev.shuttle.loom.blanket;

/**
 * A rectangle of a point paper.
 *
 * @param end its first end, from 0
 * @param line its first line, from the top, from 0
 * @param ends across
 * @param lines down
 */
public record Area(int end, int line, int ends, int lines) {
    /** The end after its last. */
    public int toEnd() {
        return end + ends;
    }

    /** The line after its last. */
    public int toLine() {
        return line + lines;
    }
}
