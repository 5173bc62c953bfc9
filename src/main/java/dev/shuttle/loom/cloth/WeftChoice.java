package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Chooses how many wefts a cloth has where nobody says: the fewest that show what the point paper says. A lampas with few wefts has all
 * of them on every line and lets one change its yarn; with more it would be too thick, so each weft is thrown only where it shows, which
 * is a brocade.
 */
final class WeftChoice {
    /** Wefts of a lampas that all are thrown on every line; with more it is thicker than any that is published. */
    private static final int MOST_AT_ONCE = 4;
    /** A step that is seen in an area, CIEDE2000. */
    private static final double SEEN = 2;
    /** Of the width, how much of all areas together may be cut. */
    private static final double MOST_CUT = 0.01;

    private final LabelTile tile;
    private final WeaveOrder order;
    private final Weavable weavable;
    private final boolean free;
    private final int[][] counts;
    private final int colours;
    private final List<WeftTrial> trials = new ArrayList<>();

    /**
     * @param order settled, its wefts the most there may be
     * @param free whether the palette may become what can be woven best
     */
    WeftChoice(LabelTile tile, WeaveOrder order, boolean free) {
        this.tile = tile;
        this.order = order;
        this.free = free;
        this.weavable = new Weavable(tile, free);
        this.colours = tile.paper().palette().size();
        this.counts = tile.counts(colours);
    }

    /** An order that was tried, with its outcome. */
    record Tried(
            WeaveOrder order, Structure structure, Colouring colouring, WeftTrial trial, boolean cut, boolean free) {
        /** Whether it shows what the point paper says, and no area is cut where a weft changes its yarn. */
        boolean suffices() {
            return (free ? trial.weavesWell() : trial.suffices()) && !cut;
        }

        /** How many colours, be they rare, are woven as others. */
        int missing() {
            return (int) colouring.fillings().stream()
                    .filter(filling -> filling.difference() > Filling.LOST)
                    .count();
        }
    }

    /** The fewest wefts that suffice and weave no colour as another that more would show; if none do, those that lose the least. */
    Tried best() {
        List<Tried> all = new ArrayList<>();
        int most = Math.min(Objects.requireNonNull(order.wefts(), "a settled order"), Math.max(2, colours));
        for (WeaveOrder one : orders(most)) {
            Tried tried = tried(one);
            if (!tried.trial().hasRoom() && !all.isEmpty()) {
                continue;
            }
            trials.add(tried.trial());
            all.add(tried);
            if (tried.suffices() && tried.missing() == 0) {
                return tried;
            }
        }
        return all.stream()
                .filter(Tried::suffices)
                .min(Comparator.comparingInt(Tried::missing))
                .orElseGet(() -> all.stream()
                        .min(Comparator.comparingDouble(
                                        (Tried tried) -> tried.trial().lost())
                                .thenComparingDouble(tried -> tried.trial().difference()))
                        .orElseThrow());
    }

    /** By rising number of wefts. Where many make a brocade of a lampas, none changes until there are no more to be had. */
    private List<WeaveOrder> orders(int most) {
        List<WeaveOrder> orders = new ArrayList<>();
        for (int wefts = 2; wefts <= most; wefts++) {
            StructureKind kind = kind(wefts);
            boolean turned = kind != order.kind();
            orders.add(order.chosen(kind, wefts, !turned));
            if (turned && wefts == most && order.changing() != null) {
                orders.add(order.chosen(kind, wefts, true));
            }
        }
        return orders;
    }

    /** All that was considered, by falling frugality. */
    List<WeftTrial> trials() {
        return List.copyOf(trials);
    }

    private StructureKind kind(int wefts) {
        boolean thick = order.kind() == StructureKind.LAMPAS && wefts > MOST_AT_ONCE;
        return thick ? StructureKind.BROCADE : order.kind();
    }

    private Tried tried(WeaveOrder one) {
        Structure structure = one.structure(colours);
        Colouring colouring = weavable.colours(one, structure);
        double lost = 0;
        double difference = 0;
        boolean[][] seen = new boolean[tile.lines()][structure.threads() + 2];
        for (Band band : colouring.bands()) {
            for (int line = band.from(); line < band.to(); line++) {
                for (Filling filling : band.fillings()) {
                    int cells = counts[line][filling.index()];
                    if (cells > 0) {
                        lost += cells * filling.lost();
                        difference += cells * filling.difference();
                        seen[line][Filler.face(filling.face(), line % 2 == 1)] = true;
                    }
                }
            }
        }
        double cells = (double) tile.ends() * tile.lines();
        WeftTrial trial = weighed(
                new WeftTrial(
                        one.kind(),
                        structure.threads(),
                        colouring.bands().size(),
                        lost / cells,
                        difference / cells,
                        0,
                        0,
                        0,
                        0),
                thrown(structure, seen, colouring),
                colouring);
        return new Tried(one, structure, colouring, trial, isCut(colouring.bands()) || isLostInABand(colouring), free);
    }

    /** Whether a colour is woven as another one in some bands, so that part of it ends at a straight line. */
    private boolean isLostInABand(Colouring colouring) {
        if (colouring.bands().size() == 1) {
            return false;
        }
        double[] lost = new double[colours];
        long[] cells = new long[colours];
        for (Band band : colouring.bands()) {
            for (Filling filling : band.fillings()) {
                int index = filling.index();
                Lab home = Lab.of(colouring.home(index).fillings().get(index).woven());
                boolean other = Lab.of(filling.woven()).difference(home) > Filling.LOST;
                for (int line = band.from(); line < band.to(); line++) {
                    lost[index] += counts[line][index] * (other ? 1 : filling.lost());
                    cells[index] += counts[line][index];
                }
            }
        }
        return IntStream.range(0, colours).anyMatch(colour -> lost[colour] > WeftTrial.MOST_LOST * cells[colour]);
    }

    /** Whether a change of yarn is seen as a line across areas that go on. */
    private boolean isCut(List<Band> bands) {
        long cut = 0;
        for (int at = 1; at < bands.size(); at++) {
            Band above = bands.get(at - 1);
            Band below = bands.get(at);
            for (int colour = 0; colour < colours; colour++) {
                Lab before = Lab.of(above.fillings().get(colour).woven());
                Lab after = Lab.of(below.fillings().get(colour).woven());
                if (before.difference(after) > SEEN) {
                    cut += Math.min(counts[above.to() - 1][colour], counts[below.from()][colour]);
                }
            }
        }
        return cut > MOST_CUT * tile.ends();
    }

    /** Which wefts are thrown on which lines. */
    private static boolean[][] thrown(Structure structure, boolean[][] seen, Colouring colouring) {
        if (structure instanceof Lampas lampas) {
            boolean[][] all = lampas.thrown(seen, colouring.shuttles(seen.length));
            return Arrays.stream(all)
                    .map(line -> Arrays.copyOf(line, structure.threads()))
                    .toArray(boolean[][]::new);
        }
        boolean[][] thrown = new boolean[seen.length][structure.threads()];
        for (boolean[] line : thrown) {
            Arrays.fill(line, true);
        }
        return thrown;
    }

    /** With its picks, and their yarns' mean count and room. */
    private WeftTrial weighed(WeftTrial trial, boolean[][] thrown, Colouring colouring) {
        long picks = 0;
        for (boolean[] line : thrown) {
            for (boolean pick : line) {
                picks += pick ? 1 : 0;
            }
        }
        YarnRules rules = YarnRules.USUAL;
        double perCm = tile.paper().density().mostLinesPerCm();
        double perLine = (double) picks / thrown.length;
        double assumed = rules.tex(perCm, WeftCover.of(perLine));
        double tex = 0;
        double cover = 0;
        for (Band band : colouring.bands()) {
            for (int line = band.from(); line < band.to(); line++) {
                for (int weft = 0; weft < thrown[line].length; weft++) {
                    double own = order.counts().shown(band.wefts().get(weft), assumed);
                    tex += thrown[line][weft] ? own : 0;
                    cover += thrown[line][weft] ? rules.cover(perCm, own) : 0;
                }
            }
        }
        return new WeftTrial(
                trial.kind(),
                trial.wefts(),
                trial.bands(),
                trial.lost(),
                trial.difference(),
                picks,
                perLine,
                tex / picks,
                cover / thrown.length);
    }
}
