package dev.shuttle.loom.calibration;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.MixingLaw;
import dev.shuttle.loom.design.StructureKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A patch of a blanket with what was measured on it.
 *
 * @param number its own
 * @param line of the table
 * @param warp colour of the warp on the card
 * @param yarns on its face, line by line
 * @param warpShares share of the warp beside each of them, 0 to 1
 * @param measured under D65
 */
public record MeasuredPatch(
        int number,
        long line,
        StructureKind structure,
        Rgb warp,
        List<Rgb> yarns,
        List<Double> warpShares,
        Lab measured) {
    public MeasuredPatch {
        yarns = List.copyOf(yarns);
        warpShares = List.copyOf(warpShares);
        if (yarns.isEmpty() || yarns.size() != warpShares.size()) {
            throw new IllegalArgumentException("each yarn has a share of the warp");
        }
    }

    /** How much of each yarn is seen; all together 1. */
    Map<Rgb, Double> weights(MixingLaw law) {
        Map<Rgb, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < yarns.size(); i++) {
            double seen = law.seen(warpShares.get(i));
            weights.merge(warp, seen / yarns.size(), Double::sum);
            weights.merge(yarns.get(i), (1 - seen) / yarns.size(), Double::sum);
        }
        return weights;
    }
}
