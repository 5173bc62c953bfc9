package dev.shuttle.loom.paper;

import dev.shuttle.loom.paper.KnownPaper.Cells;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was edited in a paper since it was issued.
 *
 * @param cells that have another colour
 * @param changes by old and new colour, most cells first
 * @param left the first end that was changed; 0 where none was
 * @param top the first line likewise
 * @param width ends from the first to the last that was changed
 * @param height lines likewise
 */
public record PaperEdits(long cells, List<Change> changes, int left, int top, int width, int height) {
    public PaperEdits {
        changes = List.copyOf(changes);
    }

    /**
     * Cells of one colour that have another now.
     *
     * @param from index of the old colour
     * @param to index of the new one
     * @param end of the first such cell
     * @param line of the first such cell
     */
    public record Change(int from, int to, long cells, int end, int line) {}

    /** The difference between two papers of one size. */
    public static PaperEdits between(Cells issued, Cells now) {
        if (issued.ends() != now.ends() || issued.lines() != now.lines()) {
            throw new IllegalArgumentException("papers of different sizes");
        }
        Map<Integer, long[]> counts = new LinkedHashMap<>();
        int left = Integer.MAX_VALUE;
        int right = -1;
        int top = -1;
        int bottom = -1;
        long cells = 0;
        for (int cell = 0; cell < now.labels().length; cell++) {
            int from = issued.labels()[cell] & 255;
            int to = now.labels()[cell] & 255;
            if (from != to) {
                int end = cell % now.ends();
                int line = cell / now.ends();
                int first = cell;
                counts.computeIfAbsent(from << 8 | to, fresh -> new long[] {0, first})[0]++;
                cells++;
                left = Math.min(left, end);
                right = Math.max(right, end);
                top = top < 0 ? line : top;
                bottom = line;
            }
        }
        List<Change> changes = new ArrayList<>();
        counts.forEach((key, counted) -> changes.add(new Change(
                key >> 8, key & 255, counted[0], (int) (counted[1] % now.ends()), (int) (counted[1] / now.ends()))));
        changes.sort(Comparator.comparingLong(change -> -change.cells()));
        return cells == 0
                ? new PaperEdits(0, List.of(), 0, 0, 0, 0)
                : new PaperEdits(cells, changes, left, top, right - left + 1, bottom - top + 1);
    }
}
