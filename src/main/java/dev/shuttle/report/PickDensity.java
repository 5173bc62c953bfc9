package dev.shuttle.report;

/**
 * A part of the cloth's length with its pick density; lines count from the top, picks in the order of weaving, both from 1.
 *
 * @param from the first line
 * @param to the last
 * @param fromPick the first pick
 * @param toPick the last
 * @param linesPerCm lines of the point paper by height
 * @param picksPerCm all picks by height
 * @param cm its height on the loom
 */
public record PickDensity(int from, int to, int fromPick, int toPick, double linesPerCm, double picksPerCm, double cm) {
    /** Rounds. */
    public PickDensity {
        linesPerCm = Rounding.to(linesPerCm, 3);
        picksPerCm = Rounding.to(picksPerCm, 3);
        cm = Rounding.to(cm, 3);
    }
}
