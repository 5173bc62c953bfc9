package dev.shuttle.report;

import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Markup;
import dev.shuttle.report.page.Sheet;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The section on colours. */
record PaletteView(List<Row> swatches) {
    /**
     * One colour.
     *
     * @param rgb a checked colour
     * @param fillClass paints it
     * @param weightClass makes it as wide as its share
     */
    record Row(
            int index,
            String rgb,
            String fillClass,
            String weightClass,
            String share,
            @Nullable String lab,
            @Nullable String yarn,
            @Nullable Text weave) {}

    static @Nullable PaletteView of(@Nullable Loom loom, Texts texts, Sheet sheet) {
        return loom == null || loom.palette().isEmpty()
                ? null
                : new PaletteView(
                        loom.palette().stream().map(s -> row(s, texts, sheet)).toList());
    }

    private static Row row(Swatch swatch, Texts texts, Sheet sheet) {
        String weave = swatch.weave();
        return new Row(
                swatch.index(),
                Markup.colour(swatch.rgb()),
                sheet.fill(swatch.rgb()),
                sheet.classOf("flex-grow:" + Figure.decimal(swatch.share() * 100, 4)),
                Figure.percent(swatch.share()),
                lab(swatch.lab()),
                swatch.yarn(),
                weave == null ? null : WeaveWords.of(weave, texts));
    }

    private static @Nullable String lab(List<Double> lab) {
        return lab.isEmpty()
                ? null
                : lab.stream().map(v -> String.format(Locale.ROOT, "%.1f", v)).collect(Collectors.joining(", "));
    }
}
