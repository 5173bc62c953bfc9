package dev.shuttle.loom.format;

import dev.shuttle.loom.weave.BitGrid;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.MultiPixelPackedSampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A lift plan read from a picture, by other code than that which writes them. */
public final class LiftPicture {
    private LiftPicture() {}

    /**
     * The plan of a BMP, TIFF or PNG of 1 bit: black is up.
     *
     * @throws IOException where it is no such picture
     */
    public static BitGrid read(byte[] file) throws IOException {
        Optional<BitGrid> plain = PlainBitPng.read(file);
        if (plain.isPresent()) {
            return plain.get();
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        if (image == null
                || image.getSampleModel().getSampleSize(0) != 1
                || image.getRaster().getNumBands() != 1) {
            throw new IOException("not a picture of one bit");
        }
        boolean oneIsBlack = (image.getColorModel().getRGB(1) & 0xffffff) == 0;
        if (image.getSampleModel() instanceof MultiPixelPackedSampleModel samples
                && image.getRaster().getDataBuffer() instanceof DataBufferByte data
                && samples.getDataBitOffset() == 0
                && data.getOffset() == 0
                && image.getRaster().getSampleModelTranslateX() == 0
                && image.getRaster().getSampleModelTranslateY() == 0) {
            return packed(data.getData(), samples.getScanlineStride(), image.getWidth(), image.getHeight(), oneIsBlack);
        }
        return single(image, oneIsBlack);
    }

    private static BitGrid packed(byte[] bytes, int stride, int width, int height, boolean oneIsBlack) {
        BitGrid plan = new BitGrid(height, width);
        for (int row = 0; row < height; row++) {
            copy(bytes, row * stride, (width + 7) / 8, plan, row, oneIsBlack);
        }
        return plan;
    }

    /** Sets a row of a plan from samples, eight a byte, the first in the highest bit. */
    static void copy(byte[] bytes, int from, int count, BitGrid plan, int row, boolean oneIsBlack) {
        for (int first = 0; first < count; first += 8) {
            long word = 0;
            for (int i = first; i < first + 8; i++) {
                word = word << 8 | (i < count ? bytes[from + i] & 255 : 0);
            }
            plan.setWord(row, first / 8, Long.reverse(oneIsBlack ? word : ~word));
        }
    }

    private static BitGrid single(BufferedImage image, boolean oneIsBlack) {
        BitGrid plan = new BitGrid(image.getHeight(), image.getWidth());
        byte[] samples = new byte[image.getWidth()];
        for (int row = 0; row < image.getHeight(); row++) {
            image.getRaster().getDataElements(0, row, samples.length, 1, samples);
            for (int column = 0; column < samples.length; column++) {
                if (samples[column] == 1 == oneIsBlack) {
                    plan.set(row, column);
                }
            }
        }
        return plan;
    }
}
