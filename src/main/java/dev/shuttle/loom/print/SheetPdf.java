package dev.shuttle.loom.print;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.print.PrintLayout.Part;
import dev.shuttle.loom.print.SheetBlock.Fact;
import dev.shuttle.loom.print.SheetBlock.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A work sheet on A4: blocks of fields and tables, and the whole point paper in small. */
public final class SheetPdf {
    private static final float HEAD = 16;
    private static final float CHIP = 11;
    private static final float GAP = 6;
    private static final float HIGHEST_PICTURE = 330;
    /** Of a field's half of the width. */
    private static final float LABEL = 118;

    private final PointPaper paper;
    private final PointPaperPdf.Print print;
    private final SheetFlow flow;
    private final PDDocument document;

    private SheetPdf(PointPaper paper, PointPaperPdf.Print print, SheetFlow flow, PDDocument document) {
        this.paper = paper;
        this.print = print;
        this.flow = flow;
        this.document = document;
    }

    /**
     * The whole file.
     *
     * @param title of the sheet
     * @param foot of each page
     * @param print how the point paper itself is printed
     */
    public static byte[] write(
            String title, String foot, List<SheetBlock> blocks, PointPaper paper, PointPaperPdf.Print print)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(title);
            Lettering letters = new Lettering(document, print.font());
            try (SheetFlow flow = new SheetFlow(document, letters)) {
                letters.write(
                        flow.out(),
                        letters.cut(title, SheetFlow.WIDTH, HEAD),
                        SheetFlow.MARGIN,
                        flow.y() - HEAD + 2,
                        HEAD);
                flow.down(HEAD + 2);
                SheetPdf sheet = new SheetPdf(paper, print, flow, document);
                for (SheetBlock block : blocks) {
                    sheet.draw(block);
                }
                flow.feet(foot);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void draw(SheetBlock block) throws IOException {
        if (block instanceof SheetBlock.Facts facts) {
            flow.title(facts.title(), 2 * SheetFlow.LINE);
            for (int i = 0; i < facts.facts().size(); i += 2) {
                facts(facts.facts().subList(i, Math.min(i + 2, facts.facts().size())));
            }
        } else if (block instanceof SheetBlock.Table table) {
            table(table);
        } else {
            whole((SheetBlock.Whole) block);
        }
    }

    /** Two fields side by side. */
    private void facts(List<Fact> pair) throws IOException {
        float half = SheetFlow.WIDTH / 2;
        float room = half - LABEL - GAP;
        List<List<String>> labels = new ArrayList<>();
        List<List<String>> values = new ArrayList<>();
        int most = 1;
        for (Fact fact : pair) {
            labels.add(flow.letters().wrap(fact.label(), LABEL - GAP, SheetFlow.TYPE));
            values.add(flow.letters().wrap(fact.value().text(), room - GAP, SheetFlow.TYPE));
            most = Math.max(most, Math.max(last(labels).size(), last(values).size()));
        }
        float height = most * SheetFlow.LINE + 3;
        flow.room(height);
        for (int i = 0; i < pair.size(); i++) {
            float x = SheetFlow.MARGIN + i * half;
            flow.grey(0.35f);
            flow.lines(labels.get(i), x);
            flow.grey(0);
            flow.value(pair.get(i).value(), values.get(i), x + LABEL, room);
        }
        flow.down(height);
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private void table(SheetBlock.Table table) throws IOException {
        int chips =
                table.rows().stream().mapToInt(row -> row.chips().size()).max().orElse(0);
        float indent = chips * CHIP + (chips > 0 ? 3 : 0);
        float[] widths = widths(table, SheetFlow.WIDTH - indent);
        flow.title(table.title(), 4 * SheetFlow.LINE);
        headings(table, widths, indent);
        for (Row row : table.rows()) {
            float before = flow.y();
            flow.room(height(row, widths));
            if (flow.y() > before) {
                headings(table, widths, indent);
            }
            row(row, widths, indent);
        }
    }

    private void headings(SheetBlock.Table table, float[] widths, float indent) throws IOException {
        Row row = Row.of(null, table.headings().stream().map(SheetValue::of).toList());
        flow.grey(0.35f);
        row(row, widths, indent);
        flow.grey(0);
        flow.down(-2);
        flow.rule();
        flow.down(2);
    }

    private float height(Row row, float[] widths) throws IOException {
        int most = 1;
        for (int i = 0; i < row.cells().size(); i++) {
            most = Math.max(most, wrapped(row.cells().get(i), widths[i]).size());
        }
        return most * SheetFlow.LINE + 2;
    }

    private List<String> wrapped(SheetValue value, float width) throws IOException {
        return flow.letters().wrap(value.text(), width - GAP - 5, SheetFlow.TYPE);
    }

    private void row(Row row, float[] widths, float indent) throws IOException {
        float height = height(row, widths);
        float x = SheetFlow.MARGIN;
        for (Rgb chip : row.chips()) {
            flow.chip(chip, x);
            x += CHIP;
        }
        x = SheetFlow.MARGIN + indent;
        for (int i = 0; i < row.cells().size(); i++) {
            SheetValue value = row.cells().get(i);
            flow.value(value, wrapped(value, widths[i]), x, widths[i]);
            x += widths[i];
        }
        flow.down(height);
    }

    /** As wide as what stands in each column; where that is too much, the widest give way. */
    private float[] widths(SheetBlock.Table table, float room) throws IOException {
        int columns = table.headings().size();
        float[] widths = new float[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = flow.letters().width(table.headings().get(i), SheetFlow.TYPE) + GAP + 6;
            for (Row row : table.rows()) {
                float own = flow.letters().width(row.cells().get(i).text(), SheetFlow.TYPE) + GAP + 8;
                widths[i] = Math.max(widths[i], own);
            }
        }
        while (sum(widths) > room) {
            int widest = 0;
            for (int i = 1; i < columns; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            widths[widest] -= Math.min(6, Math.max(1, sum(widths) - room));
        }
        return widths;
    }

    private static float sum(float[] widths) {
        float sum = 0;
        for (float width : widths) {
            sum += width;
        }
        return sum;
    }

    private void whole(SheetBlock.Whole block) throws IOException {
        PageMap map = new PageMap(paper, PrintLayout.of(paper, print.size()));
        float wide = Math.min(SheetFlow.WIDTH, HIGHEST_PICTURE * map.proportion());
        float high = wide / map.proportion();
        flow.title(block.title(), high);
        Part all = new Part(0, 0, paper.ends(), paper.lines());
        float x = SheetFlow.MARGIN + (SheetFlow.WIDTH - wide) / 2;
        flow.out()
                .drawImage(
                        CellPicture.of(document, CellPicture.deflated(paper, all), paper.palette(), all),
                        x,
                        flow.y() - high,
                        wide,
                        high);
        if (block.pages() && map.parts().size() > 1) {
            flow.out().setStrokingColor(0f);
            map.draw(flow.out(), flow.letters(), x, flow.y(), wide);
        }
        flow.down(high + 4);
    }
}
