package dev.shuttle.loom.print;

import dev.shuttle.loom.colour.Rgb;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Pages that are filled from the top; a new one begins where there is no room. */
final class SheetFlow implements AutoCloseable {
    static final float MARGIN = 34;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    static final float TYPE = 7.5f;
    static final float LINE = 10;
    private static final float FOOT = 26;
    private static final float TITLE = 9.5f;

    private final PDDocument document;
    private final Lettering letters;
    private PDPageContentStream out;
    private float y;

    SheetFlow(PDDocument document, Lettering letters) throws IOException {
        this.document = document;
        this.letters = letters;
        this.out = next();
    }

    private PDPageContentStream next() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    Lettering letters() {
        return letters;
    }

    PDPageContentStream out() {
        return out;
    }

    /** The upper border of what is free. */
    float y() {
        return y;
    }

    /** Begins a page where less than so much is free. */
    void room(float height) throws IOException {
        if (y - height < MARGIN + FOOT) {
            out.close();
            out = next();
        }
    }

    void down(float height) {
        y -= height;
    }

    /** A block's title on a bar, with room for some lines below it. */
    void title(String text, float below) throws IOException {
        room(26 + below);
        down(8);
        grey(0.88f);
        out.addRect(MARGIN, y - 15, WIDTH, 15);
        out.fill();
        grey(0);
        letters.write(out, letters.cut(text, WIDTH - 8, TITLE), MARGIN + 4, y - 11, TITLE);
        down(19);
    }

    /** Lines of text from a point downwards. */
    void lines(List<String> lines, float x) throws IOException {
        float at = y;
        for (String line : lines) {
            letters.write(out, line, x, at - TYPE, TYPE);
            at -= LINE;
        }
    }

    /** A field's text, its mark after it; or a rule to write on. */
    void value(SheetValue value, List<String> lines, float x, float width) throws IOException {
        if (value.basis() == SheetValue.Basis.OPEN) {
            out.setLineWidth(0.4f);
            out.setStrokingColor(0.5f);
            out.moveTo(x, y - LINE + 1);
            out.lineTo(x + width - 8, y - LINE + 1);
            out.stroke();
            return;
        }
        lines(lines, x);
        if (value.basis() != null && !lines.isEmpty()) {
            String last = lines.get(lines.size() - 1);
            float right = x + letters.width(last, TYPE) + 3;
            grey(0.45f);
            letters.write(out, value.basis().mark(), right, y - TYPE - (lines.size() - 1) * LINE + 2, 5);
            grey(0);
        }
    }

    void chip(Rgb rgb, float x) throws IOException {
        out.setNonStrokingColor(rgb.red() / 255f, rgb.green() / 255f, rgb.blue() / 255f);
        out.addRect(x, y - LINE + 1, 9, LINE - 2);
        out.fill();
        out.setLineWidth(0.3f);
        out.setStrokingColor(0.4f);
        out.addRect(x, y - LINE + 1, 9, LINE - 2);
        out.stroke();
        grey(0);
    }

    void rule() throws IOException {
        out.setLineWidth(0.2f);
        out.setStrokingColor(0.75f);
        out.moveTo(MARGIN, y);
        out.lineTo(MARGIN + WIDTH, y);
        out.stroke();
    }

    void grey(float level) throws IOException {
        out.setNonStrokingColor(level);
    }

    /** Writes a foot on all pages, when they are all there. */
    void feet(String foot) throws IOException {
        out.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream page = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                String number = (i + 1) + " / " + pages;
                float right = MARGIN + WIDTH - letters.width(number, 6.5f);
                letters.write(page, letters.cut(foot, WIDTH - 40, 6.5f), MARGIN, MARGIN - 4, 6.5f);
                letters.write(page, number, right, MARGIN - 4, 6.5f);
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
