package dev.shuttle.loom.cloth;

import dev.shuttle.loom.design.Brocaded;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.WeaveOrder;
import java.util.ArrayList;
import java.util.List;

/** Which cells of a label map small bobbins weave. */
final class BobbinCells {
    private final LabelTile tile;
    /** By label; empty for colours that wefts weave. */
    private final List<List<Brocaded>> places = new ArrayList<>();

    /** @param colouring of the tile's palette */
    BobbinCells(LabelTile tile, WeaveOrder order, Colouring colouring) {
        this.tile = tile;
        colouring.fillings().forEach(filling -> places.add(order.brocaded(filling.index(), filling.asked())));
    }

    /** Whether there are none, wherever they were. */
    boolean isNone() {
        return places.stream().allMatch(List::isEmpty);
    }

    boolean isOf(int label) {
        return !places.get(label).isEmpty();
    }

    boolean has(int end, int line) {
        List<Brocaded> of = places.get(tile.label(end, line));
        if (of.isEmpty()) {
            return false;
        }
        PointPaper paper = tile.paper();
        boolean first = end < paper.ends() && line < paper.lines();
        int cell = first ? line * paper.ends() + end : tile.tiling().cell(end, line);
        return of.stream()
                .anyMatch(one -> one.has(cell % paper.ends(), cell / paper.ends(), paper.ends(), paper.lines()));
    }
}
