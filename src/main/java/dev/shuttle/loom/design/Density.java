package dev.shuttle.loom.design;

/**
 * How close the yarns of a point paper lie: its cells are 1/{@code endsPerCm} wide and 1/{@code linesPerCm} high.
 * Where no fabric is named the values say only that the cells are square.
 */
public record Density(double endsPerCm, double linesPerCm) {
    /** 72 an inch each way: what programs assume of a picture that says nothing. */
    public static final Density SQUARE = new Density(72 / 2.54, 72 / 2.54);

    public Density {
        if (!(endsPerCm > 0 && linesPerCm > 0 && endsPerCm <= 10_000 && linesPerCm <= 10_000)) {
            throw new IllegalArgumentException("threads per cm above 0, not " + endsPerCm + " and " + linesPerCm);
        }
    }

    /** Height of a cell as a multiple of its width. */
    public double cellProportion() {
        return endsPerCm / linesPerCm;
    }
}
