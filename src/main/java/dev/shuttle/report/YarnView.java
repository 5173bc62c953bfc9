package dev.shuttle.report;

import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Sheet;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section on yarn needed. */
record YarnView(List<Row> rows) {
    /** One yarn; unknown numbers are empty. */
    record Row(String name, @Nullable String fillClass, Text system, String tex, String metres, String grams) {}

    static @Nullable YarnView of(@Nullable Loom loom, Texts texts, Sheet sheet) {
        return loom == null || loom.yarn().isEmpty()
                ? null
                : new YarnView(
                        loom.yarn().stream().map(y -> row(y, texts, sheet)).toList());
    }

    private static Row row(Yarn yarn, Texts texts, Sheet sheet) {
        String rgb = yarn.rgb();
        String name = yarn.name();
        return new Row(
                name == null ? "" : name,
                rgb == null ? null : sheet.fill(rgb),
                texts.sayOr("yarn." + yarn.system(), yarn.system()),
                number(yarn.tex()),
                number(yarn.metres()),
                number(yarn.grams()));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : Figure.tenths(value);
    }
}
