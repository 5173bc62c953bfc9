package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.print.SheetBlock.Row;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Yarn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A yarn of the report in the fields of a table. */
final class YarnCells {
    private static final int DTEX = 10;
    private static final int DENIER = 9;

    private YarnCells() {}

    /** Its count in the units of spinner and trade: 26.6 tex = 266 dtex = 239.4 D. */
    static SheetValue count(Yarn yarn) {
        Double tex = yarn.tex();
        if (tex == null) {
            return SheetValue.BLANK;
        }
        String text = SheetWords.number(DTEX * tex, 1) + " dtex = " + SheetWords.number(DENIER * tex, 1) + " D = "
                + SheetWords.number(tex, 2) + " tex";
        return Yarn.CARD.equals(yarn.texFrom()) ? SheetValue.given(text) : SheetValue.assumed(text);
    }

    static SheetValue name(Yarn yarn) {
        return SheetValue.of(Objects.requireNonNullElse(yarn.name(), ""));
    }

    static SheetValue threads(Yarn yarn) {
        return SheetValue.computed(SheetWords.number(yarn.threads(), 0));
    }

    static SheetValue grams(Yarn yarn) {
        String text = SheetWords.number(yarn.grams(), 2);
        return Yarn.CARD.equals(yarn.texFrom()) ? SheetValue.computed(text) : SheetValue.assumed(text);
    }

    /** The yarns of a system with their counts, and rules for material, ply and twist. */
    static List<Row> counts(Loom loom, String system) {
        return loom.yarn().stream()
                .filter(yarn -> yarn.system().equals(system))
                .map(yarn -> Row.of(
                        chip(yarn),
                        List.of(name(yarn), count(yarn), threads(yarn), SheetValue.BLANK, SheetValue.BLANK)))
                .toList();
    }

    /** Its colour; null where the report has none. */
    static @Nullable Rgb chip(Yarn yarn) {
        return yarn.rgb() == null ? null : Rgb.parse(yarn.rgb());
    }
}
