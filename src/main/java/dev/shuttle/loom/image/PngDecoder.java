package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.PictureException.Code;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes non-interlaced PNG files row by row into a {@link Picture}, inflating on one thread and undoing the filters on
 * another. Written for speed and for a cold start: it needs no class of java.desktop.
 */
final class PngDecoder {
    private static final int BLOCK_BYTES = 1 << 19;
    /** Deflate can make at most this many bytes of one (RFC 1951: 258 bytes from two bits). */
    private static final long MOST_INFLATION = 1032;

    private final byte[] file;
    private final PngLayout layout;
    private final PngRows rows;
    private long chunk = 8;

    PngDecoder(byte[] file, Rgb ground) throws PictureException {
        this.file = file;
        this.layout = PngLayout.read(file);
        this.rows = new PngRows(layout, ground);
    }

    /** Interlaced files and odd depths are left to the platform's reader. */
    static boolean understands(byte[] file) throws PictureException {
        return PngLayout.read(file).isPlain();
    }

    Picture decode(int threads) throws PictureException {
        if ((1L + layout.rowBytes()) * layout.height() > MOST_INFLATION * file.length) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the PNG is too short for the pixels it claims");
        }
        Picture picture = Picture.blank(layout.width(), layout.height());
        int rowBytes = 1 + layout.rowBytes();
        int blockRows = Math.max(1, Math.min(layout.height(), BLOCK_BYTES / rowBytes));
        PngPipeline pipeline = new PngPipeline(rows, picture, blockRows * rowBytes, threads > 1);
        Inflater inflater = new Inflater();
        try {
            for (int y = 0; y < layout.height(); y += blockRows) {
                int count = Math.min(blockRows, layout.height() - y);
                byte[] block = pipeline.emptyBlock();
                inflate(inflater, block, count * rowBytes);
                pipeline.filled(block, y, count);
            }
        } catch (DataFormatException broken) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "the PNG's data are damaged", broken);
        } finally {
            inflater.end();
            pipeline.finish();
        }
        return picture;
    }

    private void inflate(Inflater inflater, byte[] block, int length) throws PictureException, DataFormatException {
        int done = 0;
        while (done < length) {
            int n = inflater.inflate(block, done, length - done);
            done += n;
            if (n == 0) {
                if (inflater.finished() || inflater.needsDictionary() || !feed(inflater)) {
                    throw new PictureException(Code.TRUNCATED_PICTURE, "the PNG ends before its last row");
                }
            }
        }
    }

    /** Hands the next IDAT chunk to the inflater; false at the end of the data. */
    private boolean feed(Inflater inflater) throws PictureException {
        Bytes bytes = new Bytes(file);
        while (chunk + 12 <= file.length) {
            long at = chunk;
            long length = bytes.u32(at, false);
            chunk = at + 12 + length;
            if (bytes.has(at + 4, "IDAT") && length > 0) {
                inflater.setInput(file, (int) at + 8, (int) Math.min(length, file.length - at - 8));
                return true;
            }
            if (bytes.has(at + 4, "IEND")) {
                return false;
            }
        }
        return false;
    }
}
