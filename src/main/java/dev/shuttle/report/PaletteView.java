package dev.shuttle.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The section on colours. */
record PaletteView(List<Row> swatches) {
    /**
     * One colour.
     *
     * @param rgb safe within a style
     * @param weight its share, for drawing
     */
    record Row(
            int index,
            String rgb,
            String weight,
            String share,
            @Nullable String lab,
            @Nullable String yarn,
            @Nullable String weave) {}

    static @Nullable PaletteView of(@Nullable Loom loom) {
        return loom == null || loom.palette().isEmpty()
                ? null
                : new PaletteView(loom.palette().stream().map(PaletteView::row).toList());
    }

    private static Row row(Swatch swatch) {
        return new Row(
                swatch.index(),
                Markup.colour(swatch.rgb()),
                Figure.decimal(swatch.share() * 100, 4),
                Figure.percent(swatch.share()),
                lab(swatch.lab()),
                swatch.yarn(),
                swatch.weave());
    }

    private static @Nullable String lab(List<Double> lab) {
        return lab.isEmpty()
                ? null
                : lab.stream().map(v -> String.format(Locale.ROOT, "%.1f", v)).collect(Collectors.joining(", "));
    }
}
