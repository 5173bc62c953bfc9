package dev.shuttle.loom.weave;

/** Which shuttle throws each weft of each line: where a weft changes its yarn, it is thrown by another shuttle. */
public final class Shuttles {
    private final int[][] shuttles;

    private Shuttles(int[][] shuttles) {
        this.shuttles = shuttles;
    }

    /** Takes over {@code shuttles}: those of a line's wefts, line after line; numbers from 0. */
    public static Shuttles of(int[][] shuttles) {
        return new Shuttles(shuttles);
    }

    /** Each weft keeps its own. */
    static Shuttles constant(int lines, int wefts) {
        int[][] shuttles = new int[lines][wefts];
        for (int[] line : shuttles) {
            for (int weft = 0; weft < wefts; weft++) {
                line[weft] = weft;
            }
        }
        return new Shuttles(shuttles);
    }

    /** From 0. */
    public int of(int line, int weft) {
        return shuttles[line][weft];
    }

    /** One more than the highest. */
    public int count() {
        int most = 0;
        for (int[] line : shuttles) {
            for (int shuttle : line) {
                most = Math.max(most, shuttle);
            }
        }
        return most + 1;
    }
}
