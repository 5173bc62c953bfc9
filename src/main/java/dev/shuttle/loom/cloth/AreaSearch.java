package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Finds the areas of one colour that a bobbin weaves without a break: cells nearer than a centimetre to each other are one area, also
 * across the seam. On a line a bobbin goes on over gaps of less than that, which binders hold; beyond a wider one, as in the
 * hollow of a ring, another bobbin weaves.
 */
final class AreaSearch {
    private static final double NEAR_CM = 1;

    private final LabelTile tile;
    private final Rgb yarn;
    private final BobbinCells bobbins;
    private final int ends;
    private final int lines;
    private final Density density;
    /** Spans by line, whose gaps are a centimetre and wider. */
    private final List<List<Run>> runs = new ArrayList<>();

    /** @param bobbins all cells that bobbins weave: over those of another one no bobbin goes */
    AreaSearch(LabelTile tile, int label, Rgb yarn, BobbinCells bobbins) {
        this.tile = tile;
        this.yarn = yarn;
        this.bobbins = bobbins;
        this.ends = tile.ends();
        this.lines = tile.lines();
        this.density = tile.paper().density();
        for (int line = 0; line < lines; line++) {
            runs.add(runs(label, line));
        }
    }

    /** Cells side by side, with what a bobbin goes over between them. */
    private static final class Run {
        private final int line;
        private final int from;
        private int to;
        private int cells;
        private boolean isTaken;

        Run(int line, int from, int to) {
            this.line = line;
            this.from = from;
            this.to = to;
            this.cells = to - from;
        }
    }

    private List<Run> runs(int label, int line) {
        List<Run> found = new ArrayList<>();
        for (int end = 0; end < ends; end++) {
            if (isOf(label, end, line)) {
                int from = end;
                while (end + 1 < ends && isOf(label, end + 1, line)) {
                    end++;
                }
                Run last = found.isEmpty() ? null : found.get(found.size() - 1);
                if (last != null && isFree(line, last.to, from)) {
                    last.to = end + 1;
                    last.cells += end + 1 - from;
                } else {
                    found.add(new Run(line, from, end + 1));
                }
            }
        }
        return acrossTheSeam(found);
    }

    private boolean isOf(int label, int end, int line) {
        return tile.label(end, line) == label && bobbins.has(end, line);
    }

    private List<Run> acrossTheSeam(List<Run> found) {
        if (found.size() > 1 && isFree(found.get(0).line, found.get(found.size() - 1).to, found.get(0).from + ends)) {
            Run first = found.remove(0);
            Run last = found.get(found.size() - 1);
            last.to = first.to + ends;
            last.cells += first.cells;
        }
        return found;
    }

    /**
     * Whether a bobbin may go on over the ends between: less than a centimetre, without another bobbin's cells, over which it would
     * lie on the face. Where nobody knows the density, only what touches is near.
     */
    private boolean isFree(int line, int from, int to) {
        if (to - from >= NEAR_CM * density.endsPerCm()) {
            return false;
        }
        for (int end = from; end < to; end++) {
            if (bobbins.has(end % ends, line)) {
                return false;
            }
        }
        return true;
    }

    List<BrocadedArea> areas() {
        List<BrocadedArea> areas = new ArrayList<>();
        for (List<Run> line : runs) {
            for (Run run : line) {
                if (!run.isTaken) {
                    areas.add(area(run));
                }
            }
        }
        return areas;
    }

    /** Where a run lies on the cloth, be it in the next repeat. */
    private record Placed(Run run, int line, int from) {
        int to() {
            return from + run.to - run.from;
        }
    }

    private BrocadedArea area(Run first) {
        Deque<Placed> open = new ArrayDeque<>();
        List<BrocadedArea.Span> spans = new ArrayList<>();
        int top = first.line;
        int bottom = first.line + 1;
        int left = first.from;
        int right = first.to;
        long cells = 0;
        first.isTaken = true;
        open.add(new Placed(first, first.line, first.from));
        while (!open.isEmpty()) {
            Placed at = open.remove();
            top = Math.min(top, at.line());
            bottom = Math.max(bottom, at.line() + 1);
            left = Math.min(left, at.from());
            right = Math.max(right, at.to());
            cells += at.run().cells;
            spans.add(new BrocadedArea.Span(at.run().line, at.run().from, at.run().to));
            around(at, open);
        }
        spans.sort(Comparator.comparingInt(BrocadedArea.Span::line).thenComparingInt(BrocadedArea.Span::from));
        int down = Math.floorMod(top, lines);
        int across = Math.floorMod(left, ends);
        return new BrocadedArea(
                yarn,
                down,
                down + Math.min(lines, bottom - top),
                across,
                across + Math.min(ends, right - left),
                cells,
                spans);
    }

    private void around(Placed at, Deque<Placed> open) {
        int reach = (int) Math.max(1, Math.ceil(NEAR_CM * density.linesPerCm()));
        for (int step = -reach; step <= reach; step++) {
            int line = at.line() + step;
            for (Run run : runs.get(Math.floorMod(line, lines))) {
                int shift = run.isTaken ? 0 : shift(at, run, step);
                if (!run.isTaken && shift != NOWHERE) {
                    run.isTaken = true;
                    open.add(new Placed(run, line, run.from + shift));
                }
            }
        }
    }

    private static final int NOWHERE = Integer.MIN_VALUE;

    /** By how many ends a run is to be moved to lie beside another; {@link #NOWHERE} where it is not near. */
    private int shift(Placed at, Run run, int step) {
        int base = Math.floorDiv(at.from(), ends) * ends;
        for (int shift = base - ends; shift <= base + ends; shift += ends) {
            int from = run.from + shift;
            int to = run.to + shift;
            double across = Math.max(0, Math.max(from - at.to(), at.from() - to)) / density.endsPerCm();
            double down = Math.max(0, Math.abs(step) - 1) / density.linesPerCm();
            if (step != 0 && Math.hypot(across, down) < NEAR_CM) {
                return shift;
            }
        }
        return NOWHERE;
    }
}
