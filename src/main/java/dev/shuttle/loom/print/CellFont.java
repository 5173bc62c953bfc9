package dev.shuttle.loom.print;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.print.PrintLayout.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/**
 * The symbols of a palette as a font of our own, each glyph as wide as a cell and its code the colour's index: a line of cells is
 * one string then, its labels as they are. Drawing a million symbols one by one takes seconds. Type 3 fonts: ISO 32000-1, 9.6.5.
 */
final class CellFont {
    /** Smaller letters cannot be read. */
    private static final float LEGIBLE = 3.2f;

    private static final int MOST = 256;

    private final PDDocument document;
    private final PrintLayout layout;
    private final PDFont letters;
    private final float size;
    private final PDType3Font font;

    /** @param letters the font that the symbols are drawn with */
    CellFont(PDDocument document, Palette palette, PrintLayout layout, PDFont letters) throws IOException {
        this.document = document;
        this.layout = layout;
        this.letters = letters;
        this.size = size(layout);
        this.font = new PDType3Font(dictionary(palette));
    }

    /** Whether there is room in a cell for a symbol. */
    static boolean fits(PrintLayout layout) {
        return size(layout) >= LEGIBLE;
    }

    private static float size(PrintLayout layout) {
        return 0.75f * Math.min(layout.cellWidth() * 1.3f, layout.cellHeight());
    }

    /** A page's symbols, at their place on the page. */
    PDFormXObject symbols(PointPaper paper, Part part) throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(layout.width(), layout.height()));
        PDResources resources = new PDResources();
        COSName name = resources.add(font);
        form.setResources(resources);
        try (OutputStream bytes = form.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
            ContentStreamWriter out = new ContentStreamWriter(bytes);
            write(out, OperatorName.BEGIN_TEXT);
            write(out, OperatorName.SET_FONT_AND_SIZE, name, COSInteger.ONE);
            float left = layout.x(part, part.left());
            for (int line = part.top(); line < part.bottom(); line++) {
                int from = line * paper.ends();
                byte[] labels = Arrays.copyOfRange(paper.labels(), from + part.left(), from + part.right());
                write(out, OperatorName.SET_MATRIX, numbers(1, 0, 0, 1, left, layout.y(part, line + 1)));
                write(out, OperatorName.SHOW_TEXT, new COSString(labels));
            }
            write(out, OperatorName.END_TEXT);
        }
        return form;
    }

    private COSDictionary dictionary(Palette palette) throws IOException {
        if (palette.size() > MOST) {
            throw new IllegalArgumentException("a label of one byte has no more than 256 colours: " + palette.size());
        }
        PDResources resources = new PDResources();
        COSName name = resources.add(letters);
        COSDictionary glyphs = new COSDictionary();
        COSArray names = new COSArray(List.of(COSInteger.ZERO));
        COSArray widths = new COSArray();
        for (int i = 0; i < palette.size(); i++) {
            COSName glyph = COSName.getPDFName(name(i));
            glyphs.setItem(glyph, glyph(Symbols.of(i), Symbols.isDark(palette.rgb(i)), name));
            names.add(glyph);
            widths.add(new COSFloat(layout.cellWidth()));
        }
        COSDictionary encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, names);
        COSDictionary type3 = new COSDictionary();
        type3.setItem(COSName.TYPE, COSName.FONT);
        type3.setItem(COSName.SUBTYPE, COSName.TYPE3);
        type3.setItem(COSName.FONT_BBOX, new PDRectangle(layout.cellWidth(), layout.cellHeight()));
        type3.setItem(COSName.FONT_MATRIX, new COSArray(List.of(numbers(1, 0, 0, 1, 0, 0))));
        type3.setItem(COSName.CHAR_PROCS, glyphs);
        type3.setItem(COSName.ENCODING, encoding);
        type3.setInt(COSName.FIRST_CHAR, 0);
        type3.setInt(COSName.LAST_CHAR, palette.size() - 1);
        type3.setItem(COSName.WIDTHS, widths);
        type3.setItem(COSName.RESOURCES, resources);
        return type3;
    }

    /** The symbol's name in Adobe's glyph list, where a suffix after a dot counts for nothing: so the text can be copied. */
    private static String name(int index) {
        return GlyphList.getAdobeGlyphList().codePointToName(Symbols.of(index).codePointAt(0)) + "." + index;
    }

    private COSStream glyph(String symbol, boolean white, COSName letter) throws IOException {
        letters.addToSubset(symbol.codePointAt(0));
        float width = letters.getStringWidth(symbol) / 1000 * size;
        COSStream glyph = document.getDocument().createCOSStream();
        try (OutputStream bytes = glyph.createOutputStream()) {
            ContentStreamWriter out = new ContentStreamWriter(bytes);
            write(out, OperatorName.TYPE3_D0, numbers(layout.cellWidth(), 0));
            write(out, OperatorName.NON_STROKING_GRAY, numbers(white ? 1 : 0));
            write(out, OperatorName.BEGIN_TEXT);
            write(out, OperatorName.SET_FONT_AND_SIZE, letter, new COSFloat(size));
            write(
                    out,
                    OperatorName.MOVE_TEXT,
                    numbers((layout.cellWidth() - width) / 2, (layout.cellHeight() - 0.7f * size) / 2));
            write(out, OperatorName.SHOW_TEXT, new COSString(letters.encode(symbol)));
            write(out, OperatorName.END_TEXT);
        }
        return glyph;
    }

    private static COSBase[] numbers(float... numbers) {
        COSBase[] bases = new COSBase[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bases[i] = new COSFloat(numbers[i]);
        }
        return bases;
    }

    private static void write(ContentStreamWriter out, String operator, COSBase... operands) throws IOException {
        for (COSBase operand : operands) {
            out.writeToken(operand);
        }
        out.writeToken(Operator.getOperator(operator));
    }
}
