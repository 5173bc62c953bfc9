package dev.shuttle.print;

import dev.shuttle.loom.colour.Palette;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDFormContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** The symbols of a palette, each drawn once and then stamped on its cells: text for every cell would take minutes. */
final class Stamps {
    /** Smaller letters cannot be read. */
    private static final float LEGIBLE = 3.2f;

    private Stamps() {}

    /** A stamp for each colour, as large as a cell; none where cells are too small. */
    static List<PDFormXObject> of(PDDocument document, Palette palette, PrintLayout layout, PDFont font)
            throws IOException {
        float size = 0.75f * Math.min(layout.cellWidth() * 1.3f, layout.cellHeight());
        List<PDFormXObject> stamps = new ArrayList<>();
        for (int i = 0; i < palette.size() && size >= LEGIBLE; i++) {
            stamps.add(stamp(document, Symbols.of(i), Symbols.isDark(palette.rgb(i)), layout, font, size));
        }
        return stamps;
    }

    private static PDFormXObject stamp(
            PDDocument document, String symbol, boolean white, PrintLayout layout, PDFont font, float size)
            throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(layout.cellWidth(), layout.cellHeight()));
        form.setResources(new PDResources());
        float width = font.getStringWidth(symbol) / 1000 * size;
        try (PDFormContentStream out = new PDFormContentStream(form)) {
            out.setNonStrokingColor(white ? 1f : 0f);
            out.beginText();
            out.setFont(font, size);
            out.newLineAtOffset((layout.cellWidth() - width) / 2, (layout.cellHeight() - 0.7f * size) / 2);
            out.showText(symbol);
            out.endText();
        }
        return form;
    }
}
