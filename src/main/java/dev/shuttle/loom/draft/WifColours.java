package dev.shuttle.loom.draft;

import dev.shuttle.loom.colour.Rgb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The colours of a WIF: a table whose numbers run over a range of its own, a usual colour for warp and weft, exceptions. */
final class WifColours {
    private static final int USUAL_RANGE = 255;

    private final WifSections file;
    private final int least;
    private final int most;
    private final Map<Integer, Rgb> table = new HashMap<>();

    private WifColours(WifSections file, int[] range) {
        this.file = file;
        this.least = range.length == 2 && range[1] > range[0] ? range[0] : 0;
        this.most = range.length == 2 && range[1] > range[0] ? range[1] : USUAL_RANGE;
    }

    static WifColours of(WifSections file) throws DraftException {
        WifColours colours = new WifColours(file, WifSections.wholes(file.text("color palette", "range")));
        for (Map.Entry<Integer, int[]> row : file.rows("color table").entrySet()) {
            if (row.getValue().length >= 3) {
                colours.table.put(row.getKey(), colours.rgb(row.getValue(), 0));
            }
        }
        return colours;
    }

    private Rgb rgb(int[] values, int from) {
        return new Rgb(level(values[from]), level(values[from + 1]), level(values[from + 2]));
    }

    private int level(int value) {
        double share = (double) (value - least) / (most - least);
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    /** The colour of each thread of {@code warp} or {@code weft}. */
    List<Rgb> of(String system, int threads, Rgb unsaid) throws DraftException {
        Rgb usual = colour(WifSections.wholes(file.text(system, "color")), unsaid);
        Map<Integer, int[]> rows = file.rows(system + " colors");
        List<Rgb> colours = new ArrayList<>(threads);
        for (int thread = 1; thread <= threads; thread++) {
            colours.add(colour(rows.getOrDefault(thread, new int[0]), usual));
        }
        return colours;
    }

    /** An index, or an index and the colour itself. */
    private Rgb colour(int[] values, Rgb unsaid) {
        if (values.length == 4) {
            return rgb(values, 1);
        }
        return values.length == 0 ? unsaid : table.getOrDefault(values[0], unsaid);
    }
}
