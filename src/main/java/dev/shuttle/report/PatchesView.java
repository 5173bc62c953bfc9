package dev.shuttle.report;

import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Markup;
import dev.shuttle.report.page.Sheet;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The section on the patches of a weave blanket, laid out as they are woven.
 *
 * @param size of a patch; absent where no fabric is named
 */
record PatchesView(List<Row> rows, @Nullable Text size) {
    /** Patches side by side. */
    record Row(List<Cell> cells) {}

    /** One patch. */
    record Cell(int number, String fillClass, String rgb, Text weave, String yarn) {}

    static @Nullable PatchesView of(@Nullable Loom loom, Texts texts, Sheet sheet) {
        if (loom == null || loom.patches().isEmpty()) {
            return null;
        }
        List<Row> rows = loom.patches().stream()
                .collect(Collectors.groupingBy(
                        Patch::row,
                        TreeMap::new,
                        Collectors.mapping(patch -> cell(patch, texts, sheet), Collectors.toList())))
                .values()
                .stream()
                .map(Row::new)
                .toList();
        Patch first = loom.patches().get(0);
        return new PatchesView(rows, size(first, texts));
    }

    private static @Nullable Text size(Patch patch, Texts texts) {
        Double width = patch.widthCm();
        Double height = patch.heightCm();
        return width == null || height == null
                ? null
                : texts.say("patches.size", Figure.decimal(width, 1), Figure.decimal(height, 1));
    }

    private static Cell cell(Patch patch, Texts texts, Sheet sheet) {
        return new Cell(
                patch.number(),
                sheet.fill(patch.rgb()),
                Markup.colour(patch.rgb()),
                WeaveWords.of(patch.weave(), texts),
                patch.yarn());
    }
}
