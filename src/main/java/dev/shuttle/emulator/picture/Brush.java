package dev.shuttle.emulator.picture;

/**
 * How a picture is painted.
 *
 * @param amount how much of the painting replaces the source, 0 (only the mark changes it) to 1
 * @param variation turns the hues a little, so that the n pictures of one task differ; any number
 * @param tint colours a grey source instead of painting over its hues
 */
public record Brush(double amount, long variation, boolean tint) {
    /** Clamps the amount. */
    public Brush {
        amount = Math.min(1, Math.max(0, amount));
    }
}
