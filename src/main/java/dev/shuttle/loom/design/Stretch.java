package dev.shuttle.loom.design;

/**
 * Lines of one pick density, one below the other.
 *
 * @param lines how many, 1 or more
 * @param linesPerCm how close they lie
 * @param isFree whether it gives where the design becomes longer or shorter
 */
public record Stretch(int lines, double linesPerCm, boolean isFree) {
    public Stretch {
        if (lines < 1 || !(linesPerCm > 0 && linesPerCm <= 10_000)) {
            throw new IllegalArgumentException(lines + " lines at " + linesPerCm + " a cm");
        }
    }

    /** Its height on the cloth. */
    public double cm() {
        return lines / linesPerCm;
    }
}
