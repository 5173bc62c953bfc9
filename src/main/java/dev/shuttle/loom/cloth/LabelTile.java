package dev.shuttle.loom.cloth;

import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.Tiling;

/**
 * The labels of the smallest piece that comes again straight across and straight down: the point paper itself, with half
 * drop two of them side by side, the second moved by half its height, with mirror two by two.
 */
record LabelTile(PointPaper paper, Tiling tiling) {
    LabelTile(PointPaper paper, Repeat repeat) {
        this(paper, repeat.tiling(paper.ends(), paper.lines()));
    }

    int ends() {
        return tiling.ends();
    }

    int lines() {
        return tiling.lines();
    }

    /** How many cells of each line have each colour. */
    int[][] counts(int colours) {
        int[][] counts = new int[lines()][colours];
        for (int line = 0; line < counts.length; line++) {
            for (int end = 0; end < ends(); end++) {
                counts[line][label(end, line)]++;
            }
        }
        return counts;
    }

    int label(int end, int line) {
        boolean first = end < paper.ends() && line < paper.lines();
        int cell = first ? line * paper.ends() + end : tiling.cell(end, line);
        return paper.labels()[cell] & 255;
    }
}
