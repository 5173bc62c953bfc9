package dev.shuttle.loom.print;

import dev.shuttle.loom.print.PrintFont.Letter;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Up to 256 letters of a {@link PrintFont} that lie in the file as outlines, so that they look alike in every reader and on every
 * printer, with their Unicode, so that they can be searched and copied. Type 3 fonts: ISO 32000-1, 9.6.5; ToUnicode: 9.10.3.
 */
final class DrawnFont extends PDFont {
    private static final int MOST = 256;
    private static final float EM = 1000;
    private static final float ASCENT = 880;
    private static final float DESCENT = -120;

    private final PDDocument document;
    private final PrintFont font;
    /** By code. */
    private final List<Integer> letters = new ArrayList<>();

    DrawnFont(PDDocument document, PrintFont font) {
        super(type3());
        this.document = document;
        this.font = font;
    }

    private static COSDictionary type3() {
        COSDictionary type3 = new COSDictionary();
        type3.setItem(COSName.TYPE, COSName.FONT);
        type3.setItem(COSName.SUBTYPE, COSName.TYPE3);
        return type3;
    }

    /** Whether a letter is in it from now on. */
    boolean takes(int letter) {
        if (letters.contains(letter)) {
            return true;
        }
        boolean room = letters.size() < MOST;
        if (room) {
            letters.add(letter);
        }
        return room;
    }

    @Override
    protected byte[] encode(int letter) {
        return new byte[] {(byte) letters.indexOf(letter)};
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        return in.read();
    }

    @Override
    public float getStringWidth(String text) {
        return (float)
                text.codePoints().mapToDouble(letter -> shape(letter).width()).sum();
    }

    private Letter shape(int letter) {
        Letter shape = font.letter(letter);
        if (shape == null) {
            throw new IllegalStateException("a letter that the font had");
        }
        return shape;
    }

    @Override
    public void subset() throws IOException {
        COSDictionary glyphs = new COSDictionary();
        COSArray names = new COSArray(List.of(COSInteger.ZERO));
        COSArray widths = new COSArray();
        for (int code = 0; code < letters.size(); code++) {
            COSName name = COSName.getPDFName("g" + code);
            Letter shape = shape(letters.get(code));
            glyphs.setItem(name, glyph(shape));
            names.add(name);
            widths.add(new COSFloat(shape.width()));
        }
        COSDictionary encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, names);
        dict.setItem(COSName.FONT_BBOX, new PDRectangle(0, 2 * DESCENT, EM, EM + ASCENT));
        dict.setItem(
                COSName.FONT_MATRIX,
                new COSArray(List.of(
                        new COSFloat(1 / EM),
                        COSInteger.ZERO,
                        COSInteger.ZERO,
                        new COSFloat(1 / EM),
                        COSInteger.ZERO,
                        COSInteger.ZERO)));
        dict.setItem(COSName.CHAR_PROCS, glyphs);
        dict.setItem(COSName.ENCODING, encoding);
        dict.setInt(COSName.FIRST_CHAR, 0);
        dict.setInt(COSName.LAST_CHAR, letters.size() - 1);
        dict.setItem(COSName.WIDTHS, widths);
        dict.setItem(COSName.RESOURCES, new PDResources());
        dict.setItem(COSName.TO_UNICODE, stream(toUnicode()));
    }

    private COSStream glyph(Letter shape) throws IOException {
        StringBuilder out = new StringBuilder();
        Rectangle2D box = shape.outline().getBounds2D();
        numbers(out, "d1", shape.width(), 0, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator path = shape.outline().getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> numbers(out, "m", at[0], at[1]);
                case PathIterator.SEG_LINETO -> numbers(out, "l", at[0], at[1]);
                case PathIterator.SEG_QUADTO ->
                    // PDF has cubic curves alone
                    numbers(
                            out,
                            "c",
                            x + 2 * (at[0] - x) / 3,
                            y + 2 * (at[1] - y) / 3,
                            at[2] + 2 * (at[0] - at[2]) / 3,
                            at[3] + 2 * (at[1] - at[3]) / 3,
                            at[2],
                            at[3]);
                case PathIterator.SEG_CUBICTO -> numbers(out, "c", at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> out.append("h\n");
            }
            int last = last(path.currentSegment(at));
            x = last < 0 ? x : at[last];
            y = last < 0 ? y : at[last + 1];
        }
        return stream(out.append("f\n").toString());
    }

    /** Where in a segment's numbers its end stands; below 0 where it has none. */
    private static int last(int segment) {
        return switch (segment) {
            case PathIterator.SEG_CLOSE -> -1;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> 0;
        };
    }

    private static void numbers(StringBuilder out, String operator, double... numbers) {
        for (double number : numbers) {
            out.append(Math.round(number * 10) / 10f).append(' ');
        }
        out.append(operator).append('\n');
    }

    private COSStream stream(String text) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private String toUnicode() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CMapName /Drawn def
                /CMapType 2 def
                1 begincodespacerange
                <00> <ff>
                endcodespacerange
                """);
        for (int from = 0; from < letters.size(); from += 100) {
            int to = Math.min(letters.size(), from + 100);
            map.append(to - from).append(" beginbfchar\n");
            for (int code = from; code < to; code++) {
                map.append(String.format(Locale.ROOT, "<%02x> <", code));
                for (char half : Character.toChars(letters.get(code))) {
                    map.append(String.format(Locale.ROOT, "%04x", (int) half));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nend\nend\n").toString();
    }

    @Override
    public float getWidth(int code) {
        return shape(letters.get(code)).width();
    }

    @Override
    public Vector getPositionVector(int code) {
        throw new UnsupportedOperationException("it is written in lines");
    }

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    public float getHeight(int code) {
        return ASCENT;
    }

    @Override
    public float getAverageFontWidth() {
        return EM;
    }

    @Override
    protected float getStandard14Width(int code) {
        return EM;
    }

    @Override
    public float getWidthFromFont(int code) {
        return getWidth(code);
    }

    @Override
    public boolean hasExplicitWidth(int code) {
        return true;
    }

    @Override
    public BoundingBox getBoundingBox() {
        return new BoundingBox(0, DESCENT, EM, ASCENT);
    }

    @Override
    public @Nullable String getName() {
        return null;
    }

    @Override
    public boolean isVertical() {
        return false;
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public boolean isDamaged() {
        return false;
    }

    @Override
    public boolean willBeSubset() {
        return true;
    }

    @Override
    public void addToSubset(int letter) {
        // Each is taken in before it is written.
    }
}
