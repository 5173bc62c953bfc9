package dev.shuttle.loom.print;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.print.PrintLayout.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A page's cells as a picture of one pixel each, in the palette's colours: what a rectangle each would show, in a tenth of the bytes. */
final class CellPicture {
    /** Above it zlib looks for lazy matches, which on labels take twice the time for an eighth of the size. */
    private static final int LEVEL = 3;

    private CellPicture() {}

    /** The pixels as a PDF's picture holds them. */
    static byte[] deflated(PointPaper paper, Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(LEVEL);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            for (int line = part.top(); line < part.bottom(); line++) {
                out.write(paper.labels(), line * paper.ends() + part.left(), part.right() - part.left());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** @param pixels deflated */
    static PDImageXObject of(PDDocument document, byte[] pixels, Palette palette, Part part) throws IOException {
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(pixels),
                COSName.FLATE_DECODE,
                part.right() - part.left(),
                part.bottom() - part.top(),
                8,
                new PDIndexed(colours(palette)));
    }

    private static COSArray colours(Palette palette) {
        byte[] table = new byte[3 * palette.size()];
        for (int i = 0; i < palette.size(); i++) {
            int rgb = palette.rgb(i).packed();
            table[3 * i] = (byte) (rgb >> 16);
            table[3 * i + 1] = (byte) (rgb >> 8);
            table[3 * i + 2] = (byte) rgb;
        }
        COSArray indexed = new COSArray();
        indexed.add(COSName.INDEXED);
        indexed.add(COSName.DEVICERGB);
        indexed.add(COSInteger.get(palette.size() - 1));
        indexed.add(new COSString(table));
        return indexed;
    }
}
