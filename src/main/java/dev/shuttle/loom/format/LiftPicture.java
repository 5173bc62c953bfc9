package dev.shuttle.loom.format;

import dev.shuttle.loom.weave.BitGrid;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        if (image == null
                || image.getSampleModel().getSampleSize(0) != 1
                || image.getRaster().getNumBands() != 1) {
            throw new IOException("not a picture of one bit");
        }
        boolean oneIsBlack = (image.getColorModel().getRGB(1) & 0xffffff) == 0;
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
