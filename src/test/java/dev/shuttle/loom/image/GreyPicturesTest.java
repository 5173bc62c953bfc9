package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Grey levels come out as they are coded in the file, whatever colour space a reader marks them with. */
final class GreyPicturesTest {
    private static BufferedImage ramp(int type, int scale) {
        BufferedImage image = new BufferedImage(256, 16, type);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 256; x++) {
                image.getRaster().setSample(x, y, 0, x * scale);
            }
        }
        return image;
    }

    private static void assertRamp(byte[] file, int tolerance) throws PictureException {
        Picture picture = Picture.decode(file, Rgb.WHITE);
        for (int x = 0; x < 256; x++) {
            int rgb = picture.rgb(x, 8);
            assertThat(rgb >> 16 & 255).as("red at %d", x).isBetween(x - tolerance, x + tolerance);
            assertThat(rgb).as("grey at %d", x).isEqualTo((rgb & 255) * 0x010101);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void eightBits(String format) throws Exception {
        assertRamp(Encoded.file(ramp(BufferedImage.TYPE_BYTE_GRAY, 1), format), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void sixteenBits(String format) throws Exception {
        assertRamp(Encoded.file(ramp(BufferedImage.TYPE_USHORT_GRAY, 257), format), 0);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void jpeg(boolean progressive) throws IOException, PictureException {
        BufferedImage ramp = ramp(BufferedImage.TYPE_BYTE_GRAY, 1);
        byte[] file = progressive ? Encoded.file(ramp, "jpeg", Encoded::interlaced) : Encoded.file(ramp, "jpeg");

        assertRamp(file, 4);
    }
}
