package dev.shuttle.loom.design;

/** The cells of a point paper: {@code ends} across, {@code lines} down. */
public record Grid(int ends, int lines, Density density) {
    /** More cells than this are refused: 30,000 by 30,000 would be beyond any loom. */
    public static final long MOST_CELLS = 400_000_000;

    public Grid {
        if (ends < 1 || lines < 1 || (long) ends * lines > MOST_CELLS) {
            throw new IllegalArgumentException("a grid of " + ends + " ends by " + lines + " lines");
        }
        density = density.fitted(lines);
    }

    public double endsPerCm() {
        return density.endsPerCm();
    }

    public double linesPerCm() {
        return density.linesPerCm();
    }

    public double widthCm() {
        return ends / density.endsPerCm();
    }

    public double heightCm() {
        return lines / density.linesPerCm();
    }
}
