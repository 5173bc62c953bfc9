package dev.shuttle.loom.render;

import dev.shuttle.loom.design.PointPaper;

/**
 * Looks for the piece of a point paper that shows most of its colours, and evenly: in the middle there may be nothing but
 * ground.
 */
final class ManyColours {
    /** Places that are tried along each axis. */
    private static final int PLACES = 24;
    /** What the way from the middle to a corner costs, in bits. */
    private static final double FAR = 0.3;

    private final PointPaper paper;
    private final int ends;
    private final int lines;

    /** @param ends of the piece, at most those of the paper, as its lines */
    ManyColours(PointPaper paper, int ends, int lines) {
        this.paper = paper;
        this.ends = ends;
        this.lines = lines;
    }

    /** Where the best piece begins: its first end and its first line. */
    int[] find() {
        int across = paper.ends() - ends;
        int down = paper.lines() - lines;
        int[] best = {across / 2, down / 2};
        double most = worth(best[0], best[1]);
        for (int i = 0; i <= PLACES; i++) {
            for (int j = 0; j <= PLACES; j++) {
                int left = across * i / PLACES;
                int top = down * j / PLACES;
                double worth =
                        worth(left, top) - FAR * (Math.abs(2.0 * i / PLACES - 1) + Math.abs(2.0 * j / PLACES - 1));
                if (worth > most) {
                    most = worth;
                    best = new int[] {left, top};
                }
            }
        }
        return best;
    }

    /** The entropy of the colours, in bits. */
    private double worth(int left, int top) {
        int[] counts = new int[paper.palette().size()];
        for (int line = top; line < top + lines; line++) {
            for (int end = left; end < left + ends; end++) {
                counts[paper.label(end, line)]++;
            }
        }
        double bits = 0;
        for (int count : counts) {
            double share = (double) count / (ends * lines);
            bits -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        return bits;
    }
}
