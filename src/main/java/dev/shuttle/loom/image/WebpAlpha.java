package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;
import dev.shuttle.loom.work.Deadline;

/** Decodes the alpha of lossy WebP (RFC 9649, 2.7.1.2). */
final class WebpAlpha {
    private final byte[] file;
    private final WebpFile.Chunk chunk;
    private final Deadline deadline;

    WebpAlpha(byte[] file, WebpFile.Chunk chunk, Deadline deadline) {
        this.file = file;
        this.chunk = chunk;
        this.deadline = deadline;
    }

    /** A value for each pixel of the picture that it belongs to. */
    byte[] decode(Picture picture) throws PictureException {
        if (chunk.length() < 1 || (long) chunk.from() + chunk.length() > file.length) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing");
        }
        int info = file[chunk.from()];
        byte[] alphas = new byte[picture.width() * picture.height()];
        switch (info & 3) {
            case 0 -> copy(alphas);
            case 1 -> decompress(alphas, picture);
            default -> throw new PictureException(Code.UNSUPPORTED_PICTURE, "a WebP with alpha of an unknown kind");
        }
        unfilter(alphas, picture.width(), info >> 2 & 3);
        return alphas;
    }

    private void copy(byte[] alphas) throws PictureException {
        if (chunk.length() - 1 < alphas.length) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's alpha is cut short");
        }
        System.arraycopy(file, chunk.from() + 1, alphas, 0, alphas.length);
    }

    private void decompress(byte[] alphas, Picture picture) throws PictureException {
        LsbBits bits = new LsbBits(file, chunk.from() + 1, chunk.end());
        int[] argb = new Vp8lDecoder(bits, picture.width(), picture.height(), deadline).decode();
        for (int i = 0; i < alphas.length; i++) {
            alphas[i] = (byte) (argb[i] >> 8);
        }
    }

    /** @param filter 0 none, 1 from the left, 2 from above, 3 both */
    private static void unfilter(byte[] alphas, int width, int filter) {
        if (filter == 0) {
            return;
        }
        for (int i = 1; i < alphas.length; i++) {
            alphas[i] += (byte) predicted(alphas, i, width, filter);
        }
    }

    private static int predicted(byte[] alphas, int i, int width, int filter) {
        if (i < width) {
            return alphas[i - 1];
        }
        int above = alphas[i - width] & 255;
        if (i % width == 0 || filter == 2) {
            return above;
        }
        int left = alphas[i - 1] & 255;
        return filter == 1 ? left : Math.max(0, Math.min(255, left + above - (alphas[i - width - 1] & 255)));
    }
}
