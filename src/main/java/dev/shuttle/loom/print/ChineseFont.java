package dev.shuttle.loom.print;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Vector;

/**
 * Chinese letters that a file only names: whoever shows it has a font for Adobe-GB1, or puts the system's in its place.
 * Embedding one would add megabytes to the program. The character collection and its predefined CMap: ISO 32000-1, 9.7.5.2.
 */
final class ChineseFont extends PDFont {
    private static final String NAME = "STSong-Light";
    private static final String CMAP = "UniGB-UCS2-H";
    /** Every letter is as wide as it is high, in thousandths. */
    private static final float WIDTH = 1000;

    private static final float ASCENT = 880;
    private static final float DESCENT = -120;

    ChineseFont() {
        super(dictionary());
    }

    /** Whether a letter can be named at all: UCS-2 has no more than the first plane. */
    static boolean names(int letter) {
        return Character.isBmpCodePoint(letter) && !Character.isSurrogate((char) letter);
    }

    private static COSDictionary dictionary() {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, NAME + "-" + CMAP);
        font.setName(COSName.ENCODING, CMAP);
        COSArray descendants = new COSArray();
        descendants.add(descendant());
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private static COSDictionary descendant() {
        COSDictionary collection = new COSDictionary();
        collection.setString(COSName.REGISTRY, "Adobe");
        collection.setString(COSName.ORDERING, "GB1");
        collection.setInt(COSName.SUPPLEMENT, 4);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        font.setName(COSName.BASE_FONT, NAME);
        font.setItem(COSName.CIDSYSTEMINFO, collection);
        font.setItem(COSName.FONT_DESC, descriptor());
        font.setFloat(COSName.DW, WIDTH);
        return font;
    }

    private static COSDictionary descriptor() {
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, NAME);
        descriptor.setInt(COSName.FLAGS, 6); // with serifs, and letters beyond the Latin ones
        descriptor.setItem(COSName.FONT_BBOX, new PDRectangle(0, DESCENT, WIDTH, ASCENT - DESCENT));
        descriptor.setFloat(COSName.ITALIC_ANGLE, 0);
        descriptor.setFloat(COSName.ASCENT, ASCENT);
        descriptor.setFloat(COSName.DESCENT, DESCENT);
        descriptor.setFloat(COSName.CAP_HEIGHT, ASCENT);
        descriptor.setFloat(COSName.STEM_V, 93);
        return descriptor;
    }

    @Override
    protected byte[] encode(int letter) {
        return Character.toString(letter).getBytes(StandardCharsets.UTF_16BE);
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        return in.read() << 8 | in.read();
    }

    @Override
    public float getStringWidth(String text) {
        return WIDTH * text.length();
    }

    @Override
    public float getWidth(int code) {
        return WIDTH;
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
        return WIDTH;
    }

    @Override
    protected float getStandard14Width(int code) {
        return WIDTH;
    }

    @Override
    public float getWidthFromFont(int code) {
        return WIDTH;
    }

    @Override
    public boolean hasExplicitWidth(int code) {
        return false;
    }

    @Override
    public BoundingBox getBoundingBox() {
        return new BoundingBox(0, DESCENT, WIDTH, ASCENT);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isVertical() {
        return false;
    }

    @Override
    public boolean isEmbedded() {
        return false;
    }

    /** It is the reader's own, as those are; of any other that is not embedded PDFBox warns at every word. */
    @Override
    public boolean isStandard14() {
        return true;
    }

    @Override
    public boolean isDamaged() {
        return false;
    }

    @Override
    public boolean willBeSubset() {
        return false;
    }

    @Override
    public void addToSubset(int letter) {
        // Nothing of it is in the file.
    }

    @Override
    public void subset() {
        // Nothing of it is in the file.
    }
}
