package dev.shuttle.loom.paper;

import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.paper.PaperException.Code;
import dev.shuttle.loom.paper.PaperReader.Places;
import dev.shuttle.loom.work.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds each cell's colour: one of the paper's exactly; else the only one very near; else, of a mixture of two that stand within two
 * cells, the nearer of them. A soft brush between two colours passes by others, so the nearest of all would be wrong
 * in every seventh cell.
 */
final class PaperMatch {
    /** Cells that may be mixtures, of all. */
    private static final double MOST_BLENDED = 0.005;
    /** A colour of more cells than this was put there on purpose, of all, and cells. */
    private static final double ON_PURPOSE = 0.001;

    private static final long FEW = 8;
    /** Cells around one in which the colours of a mixture are sought. */
    private static final int REACH = 2;

    private static final int NAMED = 5;
    private static final int NONE = -1;

    private static final int DEADLINE_CELLS = 1 << 14;

    private final Picture picture;
    private final int width;
    private final int height;
    private final FileColours colours;
    private final List<Rgb> all;
    private final List<Rgb> shown;
    private final boolean inFalse;
    private final boolean snap;
    private final Deadline deadline;
    private final NearColours near;
    /** An index a cell; {@link #NONE} where none is found. */
    private final byte[] found;

    private final byte[] states;

    /**
     * @param all the paper's colours by index
     * @param shown the same as the file shows them
     * @param inFalse whether those are false colours
     */
    PaperMatch(
            Picture picture,
            FileColours colours,
            List<Rgb> all,
            List<Rgb> shown,
            boolean inFalse,
            boolean snap,
            Deadline deadline) {
        this.picture = picture;
        this.width = picture.width();
        this.height = picture.height();
        this.colours = colours;
        this.all = all;
        this.shown = shown;
        this.inFalse = inFalse;
        this.snap = snap;
        this.deadline = deadline;
        this.near = new NearColours(shown);
        this.found = new byte[width * height];
        this.states = new byte[found.length];
    }

    PaperMatch matched() throws PaperException {
        sure();
        byte[] anchors = found.clone();
        for (int cell = 0; cell < found.length; cell++) {
            if (cell % DEADLINE_CELLS == 0) {
                deadline.check();
            }
            if (anchors[cell] == NONE) {
                unsure(cell, anchors);
            }
        }
        refuse();
        return this;
    }

    ReturnedPaper paper() {
        return new ReturnedPaper(new KnownPaper.Cells(width, height, found), all, picture, states, inFalse);
    }

    private int rgb(int cell) {
        return picture.rgb(cell % width, cell / width);
    }

    /** The cells about which there is no doubt. Where most are not exact, the whole file was converted. */
    private void sure() {
        long exact = 0;
        int last = -1;
        byte index = NONE;
        for (int cell = 0; cell < found.length; cell++) {
            int rgb = rgb(cell);
            if (rgb != last) {
                last = rgb;
                index = (byte) near.exact(rgb);
            }
            found[cell] = index;
            exact += index == NONE ? 0 : 1;
        }
        if (2 * exact >= found.length) {
            return;
        }
        for (int cell = 0; cell < found.length; cell++) {
            if (found[cell] == NONE) {
                found[cell] = (byte) near.of(rgb(cell));
                states[cell] = (found[cell] == NONE ? CellState.EXACT : CellState.NEAR).code();
            }
        }
    }

    private void unsure(int cell, byte[] anchors) {
        int rgb = rgb(cell);
        int[] beside = beside(cell, anchors);
        int only = near.of(rgb);
        boolean isThere = Arrays.stream(beside).anyMatch(index -> index == only);
        boolean onPurpose = colours.count(rgb) > Math.max(FEW, ON_PURPOSE * found.length);
        if (only != NONE && isThere) {
            set(cell, only, CellState.NEAR);
        } else if ((only != NONE || !onPurpose) && isMixture(rgb, beside)) {
            set(cell, nearest(rgb, beside), CellState.BLENDED);
        } else if (only != NONE) {
            set(cell, only, CellState.NEAR);
        } else if (snap) {
            set(
                    cell,
                    beside.length == 0 ? PerceptualSpace.nearest(Rgb.of(rgb), shown) : nearest(rgb, beside),
                    CellState.SNAPPED);
        } else {
            set(cell, NONE, CellState.FOREIGN);
        }
    }

    private void set(int cell, int index, CellState state) {
        found[cell] = (byte) index;
        states[cell] = state.code();
    }

    /** The colours that stand for sure around a cell, each once. */
    private int[] beside(int cell, byte[] anchors) {
        int x = cell % width;
        int y = cell / width;
        boolean[] seen = new boolean[shown.size()];
        for (int v = Math.max(0, y - REACH); v <= Math.min(height - 1, y + REACH); v++) {
            for (int u = Math.max(0, x - REACH); u <= Math.min(width - 1, x + REACH); u++) {
                int anchor = anchors[v * width + u];
                if (anchor != NONE) {
                    seen[anchor] = true;
                }
            }
        }
        int[] beside = new int[shown.size()];
        int count = 0;
        for (int index = 0; index < seen.length; index++) {
            if (seen[index]) {
                beside[count++] = index;
            }
        }
        return Arrays.copyOf(beside, count);
    }

    private boolean isMixture(int rgb, int[] beside) {
        for (int i = 0; i < beside.length; i++) {
            for (int j = i + 1; j < beside.length; j++) {
                if (Mixing.isBetween(rgb, shown.get(beside[i]), shown.get(beside[j])) || isAmid(rgb, beside, i, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isAmid(int rgb, int[] beside, int one, int other) {
        for (int third = other + 1; third < beside.length; third++) {
            if (Mixing.isAmid(rgb, shown.get(beside[one]), shown.get(beside[other]), shown.get(beside[third]))) {
                return true;
            }
        }
        return false;
    }

    private int nearest(int rgb, int[] beside) {
        List<Rgb> of = Arrays.stream(beside).mapToObj(shown::get).toList();
        return beside[PerceptualSpace.nearest(Rgb.of(rgb), of)];
    }

    private void refuse() throws PaperException {
        Map<Integer, long[]> foreign = new LinkedHashMap<>();
        long blended = 0;
        long refused = 0;
        int firstBlended = NONE;
        for (int cell = 0; cell < states.length; cell++) {
            CellState state = CellState.of(states[cell]);
            if (state == CellState.FOREIGN) {
                int first = cell;
                foreign.computeIfAbsent(rgb(cell), fresh -> new long[] {0, first})[0]++;
                refused++;
            } else if (state == CellState.BLENDED) {
                firstBlended = blended == 0 ? cell : firstBlended;
                blended++;
            }
        }
        if (refused > 0) {
            throw new PaperException(
                    Code.FOREIGN_COLOURS,
                    refused + " cells have " + foreign.size()
                            + (foreign.size() == 1 ? " colour that is" : " colours that are")
                            + " none of the paper's: " + words(foreign),
                    "repaint what is red in the marked picture with a hard brush, without anti-aliasing; a new colour must"
                            + " stand in the ticket's palette",
                    MarkedPaper.of(picture, states));
        }
        if (blended > MOST_BLENDED * states.length && !snap) {
            throw new PaperException(
                    Code.BLENDED_CELLS,
                    String.format(
                            Locale.ROOT,
                            "%d cells (%.1f %%) are mixtures of the colours beside them, as a soft brush leaves them, the first"
                                    + " %s at %s; up to %.1f %% would have the nearer colour",
                            blended,
                            100.0 * blended / states.length,
                            Rgb.of(rgb(firstBlended)).hex(),
                            Places.of(firstBlended, width),
                            100 * MOST_BLENDED),
                    "paint with a hard brush, without anti-aliasing, or write snap: true in the ticket; the marked picture shows"
                            + " the cells",
                    MarkedPaper.of(picture, states));
        }
    }

    private String words(Map<Integer, long[]> foreign) {
        List<Map.Entry<Integer, long[]>> most = new ArrayList<>(foreign.entrySet());
        most.sort(Comparator.comparingLong(entry -> -entry.getValue()[0]));
        String named = most.stream()
                .limit(NAMED)
                .map(entry -> Rgb.of(entry.getKey()).hex() + " in " + entry.getValue()[0]
                        + (entry.getValue()[0] == 1 ? " cell" : " cells") + ", first at "
                        + Places.of(entry.getValue()[1], width))
                .collect(Collectors.joining("; "));
        return most.size() > NAMED ? named + "; and " + (most.size() - NAMED) + " more" : named;
    }
}
