package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.work.Deadline;
import dev.shuttle.loom.work.WorkStoppedException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * An opaque sRGB picture, upright, three bytes a pixel in the order blue, green, red (which is how the JDK's decoders
 * deliver it, so that nothing need be copied).
 */
public final class Picture {
    /** The most pixels a picture may have, whatever a header claims. */
    public static final long MOST_PIXELS = 700_000_000;

    private final int width;
    private final int height;
    private final byte[] bgr;

    /** Takes over {@code bgr}. */
    Picture(int width, int height, byte[] bgr) {
        if (width < 1 || height < 1 || bgr.length != 3 * width * height) {
            throw new IllegalArgumentException(bgr.length + " bytes are not " + width + " by " + height + " pixels");
        }
        this.width = width;
        this.height = height;
        this.bgr = bgr;
    }

    /** A black picture to be filled. */
    public static Picture blank(int width, int height) {
        return new Picture(width, height, new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))]);
    }

    /** A picture of the same pixels, to be changed without changing this one. */
    public Picture copy() {
        return new Picture(width, height, bgr.clone());
    }

    /**
     * Decodes a whole file of any {@link PictureFormat}: turned upright by its orientation (EXIF, else XMP), brought to
     * sRGB by its ICC profile or what else it says of its colours, CMYK and samples of other depths converted, what is
     * transparent laid over {@code ground}; of a GIF, WebP or TIFF with several pictures the first, on its canvas.
     */
    public static Picture decode(byte[] file, Rgb ground) throws PictureException {
        return decode(file, ground, 1);
    }

    /** The same with several threads, where the format lets them help. */
    public static Picture decode(byte[] file, Rgb ground, int threads) throws PictureException {
        return decode(file, ground, threads, 1);
    }

    /**
     * The same smaller, each pixel the mean of {@code factor} by {@code factor}, 1 to 1024; where the sides are no
     * multiples, those at the right and at the bottom are of fewer. Of a PNG or JPEG the whole picture is never in memory.
     */
    public static Picture decode(byte[] file, Rgb ground, int threads, int factor) throws PictureException {
        return decode(file, ground, threads, factor, Deadline.NONE);
    }

    /**
     * The same until the deadline.
     *
     * @throws WorkStoppedException where it was cancelled
     */
    public static Picture decode(byte[] file, Rgb ground, int threads, int factor, Deadline deadline)
            throws PictureException {
        return new PictureDecoder(file, ground, threads, factor, deadline, true).decode();
    }

    /**
     * The same with the colours as they are stored, whatever profile or gamma the file names: a point paper's colours are names
     * of yarns and weaves, which another program may have given a profile without changing them.
     */
    public static Picture decodeAsStored(byte[] file, Rgb ground, int threads, Deadline deadline)
            throws PictureException {
        return new PictureDecoder(file, ground, threads, 1, deadline, false).decode();
    }

    /** Copies an image of any type, its colour space converted to sRGB, over {@code ground}. */
    public static Picture of(BufferedImage image, Rgb ground) {
        return BufferedPictures.picture(image, ground);
    }

    /**
     * The same picture smaller, each pixel the mean of {@code factor} by {@code factor}, 1 to 1024, at the right and at the bottom of
     * what is left; the picture itself where the factor is 1.
     */
    public Picture reduced(int factor) {
        return Reduction.of(this, factor);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy: row after row, blue, green, red. */
    public byte[] bgr() {
        return bgr;
    }

    /** 0xRRGGBB of a pixel. */
    public int rgb(int x, int y) {
        int at = 3 * (y * width + x);
        return (bgr[at + 2] & 255) << 16 | (bgr[at + 1] & 255) << 8 | (bgr[at] & 255);
    }

    /** Writes row {@code y} as 0xRRGGBB to {@code out[at]} onwards. */
    public void row(int y, int[] out, int at) {
        int from = 3 * y * width;
        for (int x = 0; x < width; x++, from += 3) {
            out[at + x] = (bgr[from + 2] & 255) << 16 | (bgr[from + 1] & 255) << 8 | (bgr[from] & 255);
        }
    }

    /** Sets a pixel from 0xRRGGBB. */
    public void set(int x, int y, int rgb) {
        int at = 3 * (y * width + x);
        bgr[at] = (byte) rgb;
        bgr[at + 1] = (byte) (rgb >> 8);
        bgr[at + 2] = (byte) (rgb >> 16);
    }

    /** An image of type {@link BufferedImage#TYPE_3BYTE_BGR} that owns its pixels. */
    public BufferedImage toBufferedImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(bgr, 0, to, 0, bgr.length);
        return image;
    }
}
