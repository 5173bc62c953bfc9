package dev.shuttle.print;

import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A page that tells what each colour and symbol stands for. */
final class PrintLegend {
    private static final float ROW = 20;
    private static final float TYPE = 9;
    private static final int ROWS = 34;
    private static final float COLUMN = 260;
    private static final float[] TABS = {0, 24, 46, 100, 142};

    private final PDFont font;
    private final PDPageContentStream out;
    private final float top;

    PrintLegend(PDFont font, PDPageContentStream out, float top) {
        this.font = font;
        this.out = out;
        this.top = top;
    }

    void draw(String title, List<PaletteColour> colours, List<String> weaves) throws IOException {
        text(title, PrintLayout.MARGIN, top);
        for (int i = 0; i < colours.size(); i++) {
            int column = i / ROWS;
            float x = PrintLayout.MARGIN + column * COLUMN;
            float y = top - (i % ROWS + 2) * ROW;
            row(colours.get(i), i < weaves.size() ? weaves.get(i) : "", x, y);
        }
    }

    private void row(PaletteColour colour, String weave, float x, float y) throws IOException {
        Rgb rgb = colour.rgb();
        out.setNonStrokingColor(rgb.red() / 255f, rgb.green() / 255f, rgb.blue() / 255f);
        out.addRect(x, y - 4, ROW - 3, ROW - 5);
        out.fill();
        out.setNonStrokingColor(Symbols.isDark(rgb) ? 1f : 0f);
        String symbol = Symbols.of(colour.index());
        text(symbol, x + (ROW - 3 - font.getStringWidth(symbol) / 1000 * TYPE) / 2, y);
        out.setNonStrokingColor(0f);
        text(String.valueOf(colour.index()), x + TABS[1], y);
        text(rgb.hex(), x + TABS[2], y);
        text(String.format(Locale.ROOT, "%.2f %%", 100 * colour.share()), x + TABS[3], y);
        text(weave, x + TABS[4], y);
    }

    private void text(String text, float x, float y) throws IOException {
        out.beginText();
        out.setFont(font, TYPE);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }
}
