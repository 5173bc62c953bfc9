package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.PictureException.Code;
import dev.shuttle.loom.work.Deadline;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes PNG files row by row into a {@link Picture}, inflating in one worker and undoing the filters in another.
 * Written for speed and for a cold start: it needs no class of java.desktop.
 */
final class PngDecoder {
    private static final int BLOCK_BYTES = 1 << 19;
    /** Deflate can make at most this many bytes of one (RFC 1951: 258 bytes from two bits). */
    private static final long MOST_INFLATION = 1032;

    private final byte[] file;
    private final Rgb ground;
    private final PngLayout layout;
    private final ColourConversion colours;
    private final Deadline deadline;
    private long chunk = 8;

    PngDecoder(byte[] file, Rgb ground, Deadline deadline, boolean managed) throws PictureException {
        this.file = file;
        this.ground = ground;
        this.deadline = deadline;
        this.layout = PngLayout.read(file);
        layout.requireLegal();
        this.colours = managed ? PngColours.of(file, layout.isGrey()) : ColourConversion.NONE;
    }

    Picture decode(int threads, int factor) throws PictureException {
        if (layout.colourType() == 3) {
            layout.convertPalette(colours);
            return decode(threads, factor, ColourConversion.NONE);
        }
        // Where the ground shows through, colours are converted before it does; else once the picture is reduced.
        return layout.hasAlpha()
                ? decode(threads, factor, colours)
                : colours.apply(decode(threads, factor, ColourConversion.NONE));
    }

    private Picture decode(int threads, int factor, ColourConversion conversion) throws PictureException {
        Inflater inflater = new Inflater();
        try {
            return layout.isInterlaced()
                    ? Reduction.of(interlaced(inflater, conversion), factor)
                    : plain(inflater, conversion, threads, factor);
        } catch (DataFormatException broken) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "the PNG's data are damaged", broken);
        } finally {
            inflater.end();
        }
    }

    private void requireData(long bytes) throws PictureException {
        if (bytes > MOST_INFLATION * file.length) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the PNG is too short for the pixels it claims");
        }
    }

    private Picture plain(Inflater inflater, ColourConversion conversion, int threads, int factor)
            throws PictureException, DataFormatException {
        requireData((1L + layout.rowBytes()) * layout.height());
        RowTarget target = RowTarget.of(layout.width(), layout.height(), factor);
        int rowBytes = 1 + layout.rowBytes();
        int blockRows = Math.max(1, Math.min(layout.height(), BLOCK_BYTES / rowBytes));
        PngRows rows = new PngRows(layout, ground, conversion);
        PngPipeline pipeline = new PngPipeline(rows, target, blockRows * rowBytes, threads > 1);
        try {
            for (int y = 0; y < layout.height(); y += blockRows) {
                deadline.check();
                int count = Math.min(blockRows, layout.height() - y);
                byte[] block = pipeline.emptyBlock();
                inflate(inflater, block, count * rowBytes);
                pipeline.filled(block, y, count);
            }
        } finally {
            pipeline.finish();
        }
        return target.picture();
    }

    private Picture interlaced(Inflater inflater, ColourConversion conversion)
            throws PictureException, DataFormatException {
        requireData((long) layout.rowBytes() * layout.height());
        Picture whole = Picture.blank(layout.width(), layout.height());
        for (PngPass pass : PngPass.of(whole)) {
            PngLayout part = layout.sized(pass.width(), pass.height());
            PngRows rows = new PngRows(part, ground, conversion);
            byte[] row = new byte[1 + part.rowBytes()];
            for (int y = 0; y < pass.height(); y++) {
                deadline.check();
                inflate(inflater, row, row.length);
                rows.accept(row, y, 1, pass);
            }
        }
        return whole;
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
