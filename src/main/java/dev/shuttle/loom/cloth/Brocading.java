package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Brocading 挖花: areas that small bobbins weave, each with its own weft on its lines only, turned at the edge. All bobbins of a line
 * go into one shed below the line's wefts in the lift plan, which is woven before them.
 *
 * @param areas from the top, then from the left
 * @param bobbinsAtOnce the most bobbins on one line of one repeat
 */
public record Brocading(List<BrocadedArea> areas, int bobbinsAtOnce) {
    static final Brocading NONE = new Brocading(List.of(), 0);

    public Brocading {
        areas = List.copyOf(areas);
    }

    /** Whether there are no bobbins. */
    public boolean isNone() {
        return areas.isEmpty();
    }

    /** The bobbins' yarns, each once. */
    public List<Rgb> yarns() {
        return areas.stream().map(BrocadedArea::yarn).distinct().toList();
    }

    /** The yarn of the leftmost bobbin of a line that has one. */
    Rgb first(int line) {
        return areas.stream()
                .flatMap(area -> area.spans().stream()
                        .filter(span -> span.line() == line)
                        .map(span -> Map.entry(span.from(), area.yarn())))
                .min(Comparator.comparingInt((Map.Entry<Integer, Rgb> span) -> span.getKey()))
                .map(Map.Entry::getValue)
                .orElseThrow();
    }

    /** The same areas in other colours. */
    Brocading dyed(Map<String, Rgb> to) {
        return new Brocading(
                areas.stream()
                        .map(area -> area.dyed(to.getOrDefault(area.yarn().hex(), area.yarn())))
                        .toList(),
                bobbinsAtOnce);
    }

    /** A colouring in which bobbins weave what the order says. */
    static Colouring in(Colouring own, WeaveOrder order, Structure structure) {
        boolean any = own.fillings().stream().anyMatch(filling -> order.isBrocaded(filling.index(), filling.asked()));
        if (!any) {
            return own;
        }
        Mixing mixing = Mixing.of(order.calibration());
        List<Band> bands = own.bands().stream()
                .map(band -> new Band(
                        band.from(),
                        band.to(),
                        brocaded(band.fillings(), own.binder(), order, structure, mixing),
                        band.seen(),
                        band.wefts()))
                .toList();
        List<Filling> fillings = brocaded(own.fillings(), own.binder(), order, structure, mixing);
        return new Colouring(fillings, own.warp(), own.binder(), bands, own.homes());
    }

    private static List<Filling> brocaded(
            List<Filling> fillings, Rgb binder, WeaveOrder order, Structure structure, Mixing mixing) {
        List<Filling> all = new ArrayList<>();
        for (Filling filling : fillings) {
            Rgb asked = filling.asked();
            if (order.isBrocaded(filling.index(), asked)) {
                Rgb woven =
                        WovenColours.figure(structure, binder, asked, mixing).rgb();
                double difference = Lab.of(woven).difference(Lab.of(asked));
                Filling.Face face = new Filling.Bobbin(structure.mostFace(), asked);
                all.add(new Filling(filling.index(), asked, woven, difference, 0, face));
            } else {
                all.add(filling);
            }
        }
        return all;
    }

    /** The areas of a cloth that is coloured so. */
    static Brocading of(LabelTile tile, Colouring colouring, BobbinCells bobbins) {
        if (bobbins.isNone()) {
            return NONE;
        }
        List<BrocadedArea> areas = new ArrayList<>();
        for (Filling filling : colouring.fillings()) {
            if (bobbins.isOf(filling.index())) {
                areas.addAll(new AreaSearch(tile, filling.index(), filling.asked(), bobbins).areas());
            }
        }
        areas.sort(Comparator.comparingInt(BrocadedArea::fromLine).thenComparingInt(BrocadedArea::fromEnd));
        int[] used = new int[tile.lines()];
        areas.stream().flatMap(area -> area.spans().stream()).forEach(span -> used[span.line()]++);
        return new Brocading(areas, IntStream.of(used).max().orElse(0));
    }
}
