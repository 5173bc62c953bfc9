package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.Selvedge;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The bands of a cloth whose wefts change, and what becomes of each colour over all of them. */
final class WeftBands {
    private final int[][] counts;
    private final int[] home;
    private final long[][] cells;
    private final List<Band> bands = new ArrayList<>();

    private WeftBands(LabelTile tile, YarnColours yarns, int wefts, WeaveOrder order, int colours) {
        this.counts = tile.counts(colours);
        List<List<Integer>> lines = new ChangingYarns(
                        yarns, counts, wefts, Objects.requireNonNull(order.changing()), together(order))
                .choose();
        for (int from = 0; from < lines.size(); ) {
            int to = from;
            while (to < lines.size() && lines.get(to).equals(lines.get(from))) {
                to++;
            }
            List<Integer> own = lines.get(from);
            bands.add(new Band(from, to, yarns.fillings(own), seen(from, to, colours), yarns.rgb(own)));
            from = to;
        }
        this.cells = new long[colours][bands.size()];
        this.home = new int[colours];
        for (int colour = 0; colour < colours; colour++) {
            for (int band = 0; band < bands.size(); band++) {
                cells[colour][band] = cells(bands.get(band), colour);
                home[colour] = cells[colour][band] > cells[colour][home[colour]] ? band : home[colour];
            }
        }
    }

    /** Lines that are decided together: a shuttle that goes there and back ends where it began. */
    private int together(WeaveOrder order) {
        Selvedge selvedge = order.selvedge();
        int repeat = selvedge == null ? 2 : selvedge.linesRepeat();
        return counts.length % repeat == 0 ? repeat : 1;
    }

    static Colouring colouring(
            LabelTile tile, YarnColours yarns, int wefts, WeaveOrder order, int colours, List<Rgb> warp, Rgb binder) {
        WeftBands found = new WeftBands(tile, yarns, wefts, order, colours);
        List<Filling> fillings =
                IntStream.range(0, colours).mapToObj(found::filling).toList();
        return new Colouring(
                fillings,
                warp,
                binder,
                found.bands,
                IntStream.of(found.home).boxed().toList());
    }

    private Set<Integer> seen(int from, int to, int colours) {
        return IntStream.range(0, colours)
                .filter(colour -> IntStream.range(from, to).anyMatch(line -> counts[line][colour] > 0))
                .boxed()
                .collect(Collectors.toSet());
    }

    private long cells(Band band, int colour) {
        return IntStream.range(band.from(), band.to())
                .mapToLong(line -> counts[line][colour])
                .sum();
    }

    /** The colour's filling where most of it lies; its woven colour and its difference are means over all its cells. */
    private Filling filling(int colour) {
        Filling main = bands.get(home[colour]).fillings().get(colour);
        Light light = Light.of(main.woven());
        double difference = main.difference();
        double lost = main.lost();
        long before = cells[colour][home[colour]];
        for (int band = 0; band < bands.size(); band++) {
            long more = band == home[colour] ? 0 : cells[colour][band];
            if (more > 0) {
                Filling other = bands.get(band).fillings().get(colour);
                double share = (double) before / (before + more);
                light = light.mixed(Light.of(other.woven()), share);
                difference = share * difference + (1 - share) * other.difference();
                lost = share * lost + (1 - share) * other.lost();
                before += more;
            }
        }
        return new Filling(colour, main.asked(), light.rgb(), difference, lost, main.face());
    }
}
