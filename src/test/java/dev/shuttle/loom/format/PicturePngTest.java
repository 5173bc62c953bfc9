package dev.shuttle.loom.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.work.RowBands;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturePngTest {
    private static final int WIDTH = 301;
    /** More than a piece of the compressed stream. */
    private static final int HEIGHT = 700;

    private static BufferedImage filled(BufferedImage image, int... colours) {
        Random random = new Random(7);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, colours[random.nextInt(colours.length)]);
            }
        }
        return image;
    }

    private static void isReadAs(byte[] file, BufferedImage image) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
        int[] wanted = image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        assertThat(read.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH)).isEqualTo(wanted);
    }

    @Test
    void anotherReaderSeesTheSamePixels() throws IOException {
        BufferedImage image = filled(
                new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR), 0xff102030, 0xffff8001, 0xff00fe7f);
        isReadAs(PicturePng.areas(image, new RowBands(2)), image);
        isReadAs(PicturePng.woven(image, new RowBands(2)), image);
    }

    @Test
    void anotherReaderSeesTheSameTableOfColours() throws IOException {
        int[] colours = {0xffffff, 0xd0d0d0, 0xd01020, 0x000000};
        BufferedImage image = filled(
                new BufferedImage(
                        WIDTH,
                        HEIGHT,
                        BufferedImage.TYPE_BYTE_BINARY,
                        new IndexColorModel(2, 4, colours, 0, false, -1, 0)),
                0xffffffff,
                0xffd0d0d0,
                0xffd01020);
        byte[] file = PicturePng.indexed(image, new RowBands(2));
        isReadAs(file, image);
        assertThat(ImageIO.read(new ByteArrayInputStream(file)).getColorModel().getPixelSize())
                .isEqualTo(2);
    }

    @Test
    void theBytesDoNotDependOnTheThreads() {
        BufferedImage image =
                filled(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR), 0xff102030, 0xffff8001);
        assertThat(PicturePng.areas(image, new RowBands(3))).isEqualTo(PicturePng.areas(image, new RowBands(1)));
    }
}
