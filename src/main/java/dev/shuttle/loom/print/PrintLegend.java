package dev.shuttle.loom.print;

import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.format.PaletteCsv.Woven;
import java.io.IOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages before the paper: what it is, how its pages lie, and what each colour and symbol stands for. */
final class PrintLegend {
    private static final float TITLE = 15;
    private static final float TYPE = 9;
    private static final float ROW = 19;
    /** From the upper margin to the table. */
    private static final float HEAD = 78;

    private static final float[] TABS = {0, 24, 44, 102, 156, 270};
    private static final List<String> HEADINGS = List.of("", "colour 颜色", "share 占比", "yarn 纱线", "weave 组织");
    private static final float WEAVE_END = 392;
    private static final float MAP_WIDTH = 130;
    private static final float MAP_HEIGHT = 300;

    private final PointPaper paper;
    private final String title;
    private final List<Woven> woven;
    private final PageMap map;
    private final Lettering letters;

    PrintLegend(PointPaper paper, String title, List<Woven> woven, PageMap map, Lettering letters) {
        this.paper = paper;
        this.title = title;
        this.woven = woven;
        this.map = map;
        this.letters = letters;
    }

    /** How many pages it needs. */
    int pages() {
        return Math.max(1, (paper.palette().size() + rows() - 1) / rows());
    }

    /** Draws one of them. */
    void draw(int page, PDPageContentStream out) throws IOException {
        float top = PDRectangle.A4.getHeight() - 1.5f * PrintLayout.MARGIN;
        float width = PDRectangle.A4.getWidth() - 2 * PrintLayout.MARGIN;
        letters.write(out, letters.cut(title, width, TITLE), PrintLayout.MARGIN, top, TITLE);
        letters.write(out, size(), PrintLayout.MARGIN, top - 20, TYPE);
        letters.write(out, counts(), PrintLayout.MARGIN, top - 34, TYPE);
        if (map.drawn() < map.parts().size()) {
            String missing = letters.cut(leftOut(), width, TYPE);
            letters.write(out, missing, PrintLayout.MARGIN, top - 47, TYPE);
        }
        fields(out, HEADINGS, top - HEAD + ROW);
        List<PaletteColour> colours = paper.palette().colours();
        for (int row = 0; row < rows() && page * rows() + row < colours.size(); row++) {
            row(out, colours.get(page * rows() + row), top - HEAD - row * ROW);
        }
        if (page == 0 && map.parts().size() > 1) {
            float wide = Math.min(MAP_WIDTH, MAP_HEIGHT * map.proportion());
            map.draw(out, letters, PrintLayout.MARGIN + WEAVE_END + 12, top - HEAD + ROW - 6, wide);
        }
    }

    private static int rows() {
        return (int) ((PDRectangle.A4.getHeight() - 3 * PrintLayout.MARGIN - HEAD) / ROW);
    }

    private String size() {
        double perCm = paper.density().endsPerCm();
        double linesPerCm = paper.density().linesPerCm();
        return String.format(
                Locale.ROOT,
                "%d ends × %d lines    %.1f × %.1f cm at %s ends, %s lines a cm    %d 经 × %d 纬",
                paper.ends(),
                paper.lines(),
                paper.ends() / perCm,
                paper.lines() / linesPerCm,
                decimal(perCm),
                decimal(linesPerCm),
                paper.ends(),
                paper.lines());
    }

    private static String decimal(double value) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    private String counts() {
        return paper.palette().size() + " colours, " + map.parts().size()
                + " pages; ends from the left, lines from the top    "
                + paper.palette().size() + " 色，" + map.parts().size()
                + " 页；经自左起，纬自上起";
    }

    private String leftOut() {
        int count = map.parts().size() - map.drawn();
        return count + " of one colour throughout and left out 通页一色，略去: " + map.leftOut();
    }

    private void row(PDPageContentStream out, PaletteColour colour, float y) throws IOException {
        float x = PrintLayout.MARGIN;
        Rgb rgb = colour.rgb();
        out.setNonStrokingColor(rgb.red() / 255f, rgb.green() / 255f, rgb.blue() / 255f);
        out.addRect(x, y - 4, ROW - 2, ROW - 4);
        out.fill();
        out.setNonStrokingColor(Symbols.isDark(rgb) ? 1f : 0f);
        String symbol = Symbols.of(colour.index());
        letters.write(out, symbol, x + (ROW - 2 - letters.width(symbol, TYPE)) / 2, y, TYPE);
        out.setNonStrokingColor(0f);
        Woven with = colour.index() < woven.size() ? woven.get(colour.index()) : Woven.UNKNOWN;
        List<String> fields = List.of(
                String.valueOf(colour.index()),
                rgb.hex(),
                String.format(Locale.ROOT, "%.2f %%", 100 * colour.share()),
                with.yarn(),
                with.weave());
        fields(out, fields, y);
    }

    private void fields(PDPageContentStream out, List<String> fields, float y) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            float from = TABS[i + 1];
            float to = i + 2 < TABS.length ? TABS[i + 2] : WEAVE_END;
            letters.write(out, letters.cut(fields.get(i), to - from - 6, TYPE), PrintLayout.MARGIN + from, y, TYPE);
        }
    }
}
