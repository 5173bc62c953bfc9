package dev.shuttle.loom.harness;

/**
 * Shuttle boxes of a loom that throws each shuttle from the side where it lies: 2 × 2 carry three shuttles, one box stays empty.
 *
 * @param left how many on the left side
 * @param right how many on the right side
 */
public record Boxes(int left, int right) {
    public Boxes {
        if (left < 1 || right < 1 || left > 8 || right > 8) {
            throw new IllegalArgumentException("a side has 1 to 8 boxes, not " + left + " and " + right);
        }
    }
}
