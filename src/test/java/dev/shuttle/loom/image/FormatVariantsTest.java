package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Pictures;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.function.Consumer;
import javax.imageio.ImageWriteParam;
import javax.imageio.plugins.bmp.BMPImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which one format writes the same picture are read alike. */
final class FormatVariantsTest {
    private static final Picture PHOTO = Pictures.photo(67, 45);

    /** An indexed picture of {@code 2^bits} colours; index 1 is see-through where asked. */
    private static BufferedImage indexed(int bits, boolean transparent) {
        int size = 1 << bits;
        byte[][] channels = new byte[3][size];
        for (int i = 0; i < size; i++) {
            channels[0][i] = (byte) (i * 255 / (size - 1));
            channels[1][i] = (byte) (255 - i * 200 / (size - 1));
            channels[2][i] = (byte) (i * 97);
        }
        IndexColorModel model = transparent
                ? new IndexColorModel(bits, size, channels[0], channels[1], channels[2], 1)
                : new IndexColorModel(bits, size, channels[0], channels[1], channels[2]);
        int type = bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
        BufferedImage image = new BufferedImage(67, 45, type, model);
        for (int i = 0; i < 67 * 45; i++) {
            image.getRaster().setSample(i % 67, i / 67, 0, (i * 7 + i / 67) % size);
        }
        return image;
    }

    private static void assertReadAs(BufferedImage meant, byte[] file) throws PictureException {
        assertThat(Picture.decode(file, Rgb.WHITE, 2).bgr())
                .isEqualTo(Picture.of(meant, Rgb.WHITE).bgr());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void pngOfFewColours(int bits) throws Exception {
        for (boolean transparent : new boolean[] {false, true}) {
            BufferedImage image = indexed(bits, transparent);
            assertReadAs(image, Encoded.file(image, "png"));
            assertReadAs(image, Encoded.file(image, "png", Encoded::interlaced));
        }
    }

    @Test
    void interlacedPngOfManyColours() throws Exception {
        BufferedImage image = PHOTO.toBufferedImage();
        BufferedImage veiled = new BufferedImage(67, 45, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 67 * 45; i++) {
            veiled.setRGB(i % 67, i / 67, (i % 256) << 24 | (image.getRGB(i % 67, i / 67) & 0xffffff));
        }

        assertReadAs(image, Encoded.file(image, "png", Encoded::interlaced));
        assertReadAs(veiled, Encoded.file(veiled, "png"));
        assertReadAs(veiled, Encoded.file(veiled, "png", Encoded::interlaced));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "Deflate", "ZLib", "PackBits"})
    void tiffInStripsAndTilesOfEachCompression(String compression) throws Exception {
        Consumer<ImageWriteParam> strips = Encoded.compressed(compression);
        Consumer<ImageWriteParam> tiles = strips.andThen(param -> {
            param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            param.setTiling(16, 16, 0, 0);
        });

        assertReadAs(PHOTO.toBufferedImage(), Encoded.file(PHOTO.toBufferedImage(), "tiff", strips));
        assertReadAs(PHOTO.toBufferedImage(), Encoded.file(PHOTO.toBufferedImage(), "tiff", tiles));
    }

    @Test
    void bmpFromItsTopAndPacked() throws Exception {
        BufferedImage image = indexed(8, false);

        assertReadAs(
                PHOTO.toBufferedImage(),
                Encoded.file(PHOTO.toBufferedImage(), "bmp", param -> ((BMPImageWriteParam) param).setTopDown(true)));
        assertReadAs(image, Encoded.file(image, "bmp", Encoded.compressed("BI_RLE8")));
        assertReadAs(indexed(4, false), Encoded.file(indexed(4, false), "bmp"));
        assertReadAs(indexed(1, false), Encoded.file(indexed(1, false), "bmp"));
    }

    @Test
    void gifInterlacedAndSeeThrough() throws Exception {
        for (boolean transparent : new boolean[] {false, true}) {
            BufferedImage image = indexed(8, transparent);
            assertReadAs(image, Encoded.file(image, "gif"));
            assertReadAs(image, Encoded.file(image, "gif", Encoded::interlaced));
        }
    }

    @Test
    void progressiveJpegIsTheSamePicture() throws Exception {
        Picture plain = Picture.decode(Encoded.file(PHOTO.toBufferedImage(), "jpeg"), Rgb.WHITE);
        Picture progressive =
                Picture.decode(Encoded.file(PHOTO.toBufferedImage(), "jpeg", Encoded::interlaced), Rgb.WHITE);

        assertThat(progressive.bgr()).isEqualTo(plain.bgr());
    }
}
