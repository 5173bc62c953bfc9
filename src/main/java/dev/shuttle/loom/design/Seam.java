package dev.shuttle.loom.design;

/** Where a point paper meets itself in the next repeat. */
public final class Seam {
    private Seam() {}

    /**
     * The share of the ends and lines along the seams whose colour does not go on beyond them, 0 to 1: across the seams of all
     * widths and heights until the cloth comes again, each with the neighbour that lies there. Where edges meet their own
     * image, all go on.
     */
    public static double mismatch(PointPaper paper, Repeat repeat) {
        Tiling tiling = repeat.tiling(paper.ends(), paper.lines());
        byte[] labels = paper.labels();
        double unlikeAcross = 0;
        double unlikeDown = 0;
        for (int column = 1; column <= repeat.widths(); column++) {
            int right = column * paper.ends();
            for (int line = 0; line < paper.lines(); line++) {
                unlikeAcross += labels[tiling.cell(right - 1, line)] == labels[tiling.cell(right, line)] ? 0 : 1;
            }
        }
        for (int row = 1; row <= repeat.heights(); row++) {
            int below = row * paper.lines();
            for (int end = 0; end < paper.ends(); end++) {
                unlikeDown += labels[tiling.cell(end, below - 1)] == labels[tiling.cell(end, below)] ? 0 : 1;
            }
        }
        return (unlikeAcross / repeat.widths() + unlikeDown / repeat.heights()) / (paper.ends() + paper.lines());
    }
}
