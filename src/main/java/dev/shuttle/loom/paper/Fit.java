package dev.shuttle.loom.paper;

import dev.shuttle.loom.paper.KnownPaper.Cells;
import dev.shuttle.loom.paper.PaperException.Code;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is done with a paper whose ends or lines are no multiples of what the weave repeats. */
public enum Fit {
    /** Nothing: it is refused. */
    REFUSE,
    /** It is repeated until it comes out even. */
    TILE,
    /** Ground, which is index 0, is added at the right and at the bottom. */
    PAD,
    /** Ends at the right and lines at the bottom are left out. */
    CROP;

    /** More ends or lines than this no tiling makes. */
    private static final int MOST = 30_000;

    /**
     * A paper in multiples of a repeat; itself where it is that already.
     *
     * @param most cells that it may become
     */
    public Cells of(Cells paper, int endsRepeat, int linesRepeat, long most) throws PaperException {
        if (paper.ends() % endsRepeat == 0 && paper.lines() % linesRepeat == 0) {
            return paper;
        }
        long ends = fitted(paper.ends(), endsRepeat);
        long lines = fitted(paper.lines(), linesRepeat);
        boolean possible = ends > 0 && lines > 0 && ends <= MOST && lines <= MOST && ends * lines <= most;
        if (this == REFUSE || !possible) {
            throw refused(paper, endsRepeat, linesRepeat, this == REFUSE ? "" : becomes(ends, lines));
        }
        return filled(paper, (int) ends, (int) lines);
    }

    private String becomes(long ends, long lines) {
        return "; as fit: " + name().toLowerCase(Locale.ROOT) + " it would have " + ends + " × " + lines;
    }

    private long fitted(int count, int repeat) {
        return switch (this) {
            case REFUSE -> count;
            case TILE ->
                (long) count
                        / BigInteger.valueOf(count)
                                .gcd(BigInteger.valueOf(repeat))
                                .intValue()
                        * repeat;
            case PAD -> (long) (count + repeat - 1) / repeat * repeat;
            case CROP -> (long) count / repeat * repeat;
        };
    }

    private Cells filled(Cells paper, int ends, int lines) {
        byte[] labels = new byte[ends * lines];
        for (int line = 0; line < lines; line++) {
            for (int end = 0; end < ends; end++) {
                boolean isAdded = this == PAD && (end >= paper.ends() || line >= paper.lines());
                int from = line % paper.lines() * paper.ends() + end % paper.ends();
                labels[line * ends + end] = isAdded ? 0 : paper.labels()[from];
            }
        }
        return new Cells(ends, lines, labels);
    }

    private static PaperException refused(Cells paper, int endsRepeat, int linesRepeat, String becomes) {
        int[] ends = around(paper.ends(), endsRepeat);
        int[] lines = around(paper.lines(), linesRepeat);
        return new PaperException(
                Code.PAPER_SIZE,
                paper.ends() + " × " + paper.lines() + " cells do not fit the weave, which repeats every " + endsRepeat
                        + " ends and " + linesRepeat + " lines" + becomes + ": the nearest are "
                        + words(ends) + " ends, "
                        + words(lines) + " lines",
                "change the paper's size, or write in its ticket fit: tile, pad or crop",
                null);
    }

    private static String words(int[] counts) {
        return Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(" or "));
    }

    private static int[] around(int count, int repeat) {
        int below = count / repeat * repeat;
        return count % repeat == 0
                ? new int[] {count}
                : below == 0 ? new int[] {repeat} : new int[] {below, below + repeat};
    }
}
