package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import java.util.ArrayList;
import java.util.List;

/**
 * Hides changes of yarn amid an area: round such a change more and more lines get the new yarn and fewer the old one, as
 * shades run into each other in the old striped silks (晕裥). A change that is not seen, since the colours concerned are not
 * there, stays one line.
 */
final class Blending {
    /** A change is seen from this mean CIEDE2000 on, over the cells whose colour goes on across it. */
    private static final double SEEN = 1;

    private final int[][] counts;
    private final int lines;

    /**
     * @param counts how many cells of each line have each colour
     * @param lines that a change is spread over, no more than any yarn stays
     */
    Blending(int[][] counts, int lines) {
        this.counts = counts;
        this.lines = lines;
    }

    /** @param clean the yarns of all wefts on each line, by colour of the palette, each yarn for some lines */
    List<List<Integer>> of(List<List<Integer>> clean, YarnColours yarns) {
        List<List<Integer>> blended = new ArrayList<>(clean);
        for (int line = 1; line < clean.size(); line++) {
            List<Integer> before = clean.get(line - 1);
            List<Integer> after = clean.get(line);
            if (lines > 1 && !before.equals(after) && isSeen(line, yarns.fillings(before), yarns.fillings(after))) {
                for (int weft = 0; weft < after.size(); weft++) {
                    spread(blended, line, weft, before.get(weft), after.get(weft));
                }
            }
        }
        return blended;
    }

    private static boolean isPure(Filling filling) {
        return filling.face() instanceof Filling.Pure;
    }

    /** Mixtures do not count: they are striped themselves, and a single line of the other yarn would show among their stripes. */
    private boolean isSeen(int line, List<Filling> before, List<Filling> after) {
        double sum = 0;
        int cells = 0;
        for (int colour = 0; colour < before.size(); colour++) {
            cells += counts[line][colour];
            if (isPure(before.get(colour)) && isPure(after.get(colour))) {
                double step = Lab.of(before.get(colour).woven())
                        .difference(Lab.of(after.get(colour).woven()));
                sum += Math.min(counts[line - 1][colour], counts[line][colour]) * step;
            }
        }
        return sum > SEEN * cells;
    }

    /** Error diffusion along the lines, from the old yarn to the new one. */
    private void spread(List<List<Integer>> blended, int change, int weft, int old, int renewed) {
        if (old == renewed) {
            return;
        }
        double due = 0;
        for (int i = 0; i < lines; i++) {
            due += (i + 0.5) / lines;
            boolean isNew = due >= 0.5;
            due -= isNew ? 1 : 0;
            int line = change - lines / 2 + i;
            List<Integer> own = new ArrayList<>(blended.get(line));
            own.set(weft, isNew ? renewed : old);
            blended.set(line, List.copyOf(own));
        }
    }
}
