package dev.shuttle.loom.design;

/** Where a point paper meets itself in the next repeat. */
public final class Seam {
    private Seam() {}

    /**
     * The share of the ends and lines along the border whose colour does not go on in the next repeat, 0 to 1: ends across the
     * right border, for half drop into the neighbour that lies half a height lower, and lines across the lower one. A
     * mirrored repeat always meets itself.
     */
    public static double mismatch(PointPaper paper, Repeat repeat) {
        if (repeat == Repeat.MIRROR) {
            return 0;
        }
        int drop = repeat == Repeat.HALF_DROP ? paper.lines() / 2 : 0;
        int unlike = 0;
        for (int line = 0; line < paper.lines(); line++) {
            unlike += paper.label(paper.ends() - 1, line) == paper.label(0, (line + drop) % paper.lines()) ? 0 : 1;
        }
        for (int end = 0; end < paper.ends(); end++) {
            unlike += paper.label(end, paper.lines() - 1) == paper.label(end, 0) ? 0 : 1;
        }
        return (double) unlike / (paper.ends() + paper.lines());
    }
}
