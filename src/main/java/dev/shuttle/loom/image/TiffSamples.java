package dev.shuttle.loom.image;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Samples of any depth and format as bytes, by what the directory says of them (TIFF 6.0, sections 8 and 19). The lowest
 * of signed values is black; of floating-point ones 0 is black and 1 is white.
 */
final class TiffSamples {
    private static final int SIGNED = 2;

    private final Raster raster;
    private final int bits;
    private final int format;
    private final int[] whole;
    private final float[] broken;

    TiffSamples(Raster raster, TiffDirectory directory) throws PictureException {
        this.raster = raster;
        this.bits = (int) directory.value(TiffDirectory.BITS_PER_SAMPLE, 1);
        this.format = (int) directory.value(TiffDirectory.SAMPLE_FORMAT, 1);
        int type = raster.getTransferType();
        boolean floats = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
        int count = raster.getNumBands() * raster.getWidth();
        this.whole = new int[floats ? 0 : count];
        this.broken = new float[floats ? count : 0];
    }

    /** Writes a row's samples, all bands of a pixel together. */
    void row(int y, byte[] out) {
        if (broken.length > 0) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, broken);
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) (255 * Math.max(0, Math.min(1, broken[i])) + 0.5f);
            }
            return;
        }
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, whole);
        for (int i = 0; i < out.length; i++) {
            out[i] = level(whole[i]);
        }
    }

    private byte level(int sample) {
        int value = format == SIGNED ? unsigned(sample) : sample;
        if (bits >= 8) {
            return (byte) (value >>> (Math.min(bits, 32) - 8));
        }
        return (byte) (value * 255 / ((1 << bits) - 1));
    }

    /** The lowest of the signed values is black. */
    private int unsigned(int sample) {
        return sample + (1 << (Math.min(bits, 32) - 1)) & (int) ((1L << Math.min(bits, 32)) - 1);
    }
}
