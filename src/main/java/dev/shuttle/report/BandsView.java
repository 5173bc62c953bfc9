package dev.shuttle.report;

import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Markup;
import dev.shuttle.report.page.Sheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The section on wefts that change their yarn 彩抛, in the order of weaving.
 *
 * @param wefts their numbers
 */
record BandsView(List<Integer> wefts, List<Row> rows) {
    /** A part of the length in which every weft keeps its yarn. */
    record Row(int number, String picks, String lines, List<Strand> threads) {}

    /**
     * A weft's yarn there.
     *
     * @param changed whether it is another than in the band woven before
     */
    record Strand(String fillClass, String name, boolean changed) {}

    static @Nullable BandsView of(@Nullable Loom loom, Sheet sheet) {
        Weave weave = loom == null ? null : loom.weave();
        if (loom == null || weave == null || weave.bands().isEmpty()) {
            return null;
        }
        List<Weave.Band> bands = new ArrayList<>(weave.bands());
        Collections.reverse(bands);
        Map<String, String> names = names(loom);
        List<Row> rows = new ArrayList<>();
        for (Weave.Band band : bands) {
            List<String> before =
                    rows.isEmpty() ? band.wefts() : bands.get(rows.size() - 1).wefts();
            rows.add(new Row(
                    rows.size() + 1,
                    Figure.count(band.fromPick()) + " – " + Figure.count(band.toPick()),
                    Figure.count(band.from()) + " – " + Figure.count(band.to()),
                    threads(band.wefts(), before, names, sheet)));
        }
        int wefts = bands.get(0).wefts().size();
        return new BandsView(IntStream.rangeClosed(1, wefts).boxed().toList(), rows);
    }

    private static List<Strand> threads(
            List<String> wefts, List<String> before, Map<String, String> names, Sheet sheet) {
        return IntStream.range(0, wefts.size())
                .mapToObj(weft -> new Strand(
                        sheet.fill(wefts.get(weft)),
                        names.getOrDefault(wefts.get(weft), Markup.colour(wefts.get(weft))),
                        !wefts.get(weft).equals(before.get(weft))))
                .toList();
    }

    /** What the yarns are called, without the number of the weft, by colour. */
    private static Map<String, String> names(Loom loom) {
        Map<String, String> names = new HashMap<>();
        for (Yarn yarn : loom.yarn()) {
            if (yarn.rgb() != null && yarn.name() != null) {
                names.put(yarn.rgb(), yarn.name().replaceFirst("^\\d+ · ", ""));
            }
        }
        return names;
    }
}
