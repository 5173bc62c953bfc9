package dev.shuttle.loom.format;

import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.work.RowBands;
import java.io.ByteArrayOutputStream;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/** Rows of a PNG as one zlib stream (RFC 1950), deflated in pieces that several workers can share. */
final class ParallelDeflate {
    private static final int PIECE_BYTES = 1 << 19;
    /** Above it zlib looks for lazy matches, which on labels take twice the time for an eighth of the size. */
    private static final int LEVEL = 3;

    private static final long ADLER_BASE = 65521;

    private ParallelDeflate() {}

    private static final class Piece {
        private final byte[] deflated;
        private final long adler;
        private final long length;

        Piece(byte[] deflated, long adler, long length) {
            this.deflated = deflated;
            this.adler = adler;
            this.length = length;
        }
    }

    /** A row's bytes, its filter's number first. */
    @FunctionalInterface
    interface Rows {
        /** Puts a row into {@code out}, where there are zeros. */
        void copy(int row, byte[] out, int at);
    }

    /** Every row preceded by the filter byte 0: labels have no slope a filter could take out. */
    static byte[] zlib(PointPaper paper, RowBands bands) {
        int ends = paper.ends();
        Rows rows = (row, out, at) -> System.arraycopy(paper.labels(), row * ends, out, at + 1, ends);
        return zlib(paper.lines(), ends + 1, LEVEL, rows, bands);
    }

    /**
     * Any rows.
     *
     * @param stride bytes of a row
     * @param level of zlib, 1 to 9
     */
    static byte[] zlib(int rows, int stride, int level, Rows source, RowBands bands) {
        int rowsEach = Math.max(1, PIECE_BYTES / stride);
        Piece[] pieces = new Piece[(rows + rowsEach - 1) / rowsEach];
        bands.run(pieces.length, 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                int top = i * rowsEach;
                byte[] raw = new byte[Math.min(rowsEach, rows - top) * stride];
                for (int at = 0; at < raw.length; at += stride) {
                    source.copy(top + at / stride, raw, at);
                }
                pieces[i] = piece(raw, level, i == pieces.length - 1);
            }
        });
        return joined(pieces);
    }

    private static byte[] joined(Piece[] pieces) {
        int length = 6;
        for (Piece piece : pieces) {
            length += piece.deflated.length;
        }
        byte[] out = new byte[length];
        out[0] = 0x78;
        out[1] = (byte) 0x9c;
        int at = 2;
        long adler = 1;
        for (Piece piece : pieces) {
            System.arraycopy(piece.deflated, 0, out, at, piece.deflated.length);
            at += piece.deflated.length;
            adler = combined(adler, piece.adler, piece.length);
        }
        for (int i = 0; i < 4; i++) {
            out[at + i] = (byte) (adler >> (24 - 8 * i));
        }
        return out;
    }

    private static Piece piece(byte[] raw, int level, boolean last) {
        Adler32 adler = new Adler32();
        adler.update(raw);
        return new Piece(deflated(raw, level, last), adler.getValue(), raw.length);
    }

    private static byte[] deflated(byte[] raw, int level, boolean last) {
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setInput(raw);
            if (last) {
                deflater.finish();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length / 8 + 64);
            byte[] buffer = new byte[1 << 15];
            int n;
            do {
                n = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
                out.write(buffer, 0, n);
            } while (n == buffer.length || (last && !deflater.finished()));
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** The Adler-32 of two pieces one after the other. */
    private static long combined(long first, long second, long secondLength) {
        long a1 = first & 0xffff;
        long b1 = first >>> 16;
        long a = (a1 + (second & 0xffff) + ADLER_BASE - 1) % ADLER_BASE;
        long b = (b1 + (second >>> 16) + (secondLength % ADLER_BASE) * ((a1 + ADLER_BASE - 1) % ADLER_BASE))
                % ADLER_BASE;
        return b << 16 | a;
    }
}
