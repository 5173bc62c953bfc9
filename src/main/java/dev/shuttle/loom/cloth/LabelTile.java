package dev.shuttle.loom.cloth;

import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;

/**
 * The labels of the smallest piece that comes again straight across and straight down: the point paper itself, with half
 * drop two of them side by side, the second moved by half its height, with mirror two by two.
 */
record LabelTile(PointPaper paper, Repeat repeat) {
    int ends() {
        return repeat == Repeat.HALF_DROP || repeat == Repeat.MIRROR ? 2 * paper.ends() : paper.ends();
    }

    int lines() {
        return repeat == Repeat.MIRROR ? 2 * paper.lines() : paper.lines();
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
        int x = end;
        int y = line;
        if (x >= paper.ends()) {
            x = repeat == Repeat.MIRROR ? 2 * paper.ends() - 1 - x : x - paper.ends();
            y = repeat == Repeat.HALF_DROP ? (y + paper.lines() / 2) % paper.lines() : y;
        }
        return paper.label(x, y < paper.lines() ? y : 2 * paper.lines() - 1 - y);
    }
}
