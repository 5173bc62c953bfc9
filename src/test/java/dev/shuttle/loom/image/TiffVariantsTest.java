package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.colour.Rgb;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a TIFF's directory says of its samples holds, and the right directory is read. */
final class TiffVariantsTest {
    /** 16 levels from black to white in rows of 16, packed into so many bits. */
    private static byte[] ramp(int bits) {
        byte[] bytes = new byte[16 * 16 * bits / 8];
        long most = (1L << bits) - 1;
        int at = 0;
        for (int i = 0; i < 256; i++) {
            long value = most * (i % 16) / 15;
            for (int bit = bits - 1; bit >= 0; bit--, at++) {
                bytes[at / 8] |= (byte) ((value >> bit & 1) << (7 - at % 8));
            }
        }
        return bytes;
    }

    private static void assertRamp(byte[] file) throws PictureException {
        Picture picture = Picture.decode(file, Rgb.WHITE);
        for (int x = 0; x < 16; x++) {
            assertThat(picture.rgb(x, 7) & 255).as("x %d", x).isBetween(17 * x - 4, 17 * x + 4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 10, 12, 14, 16, 24, 32})
    void greyOfEachDepth(int bits) throws Exception {
        assertRamp(new TiffFile().with(16, 16, 1, bits, ramp(bits), Map.of()).bytes());
    }

    @Test
    void signedSamplesBeginBelowNothing() throws Exception {
        byte[] pixels = ramp(16);
        for (int i = 0; i < pixels.length; i += 2) {
            pixels[i] ^= (byte) 0x80;
        }
        assertRamp(new TiffFile().with(16, 16, 1, 16, pixels, Map.of(339, 2)).bytes());
    }

    @Test
    void floatsAreLightFromNothingToOne() throws Exception {
        ByteBuffer pixels = ByteBuffer.allocate(16 * 16 * 4);
        for (int i = 0; i < 256; i++) {
            pixels.putFloat(i % 16 / 15f);
        }
        assertRamp(new TiffFile()
                .with(16, 16, 1, 32, pixels.array(), Map.of(339, 3))
                .bytes());
    }

    private static byte[] fourSamples(int extra, int... rgba) {
        byte[] pixels = new byte[4 * 16 * 16];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) rgba[i % 4];
        }
        return new TiffFile()
                .with(16, 16, 4, 8, pixels, Map.of(338, new short[] {(short) extra}))
                .bytes();
    }

    @Test
    void alphaThatIsMultipliedAlreadyIsNotAgain() throws Exception {
        assertThat(Picture.decode(fourSamples(1, 0, 128, 0, 128), Rgb.WHITE).rgb(3, 3))
                .isEqualTo(0x7fff7f);
        assertThat(Picture.decode(fourSamples(2, 0, 255, 0, 128), Rgb.WHITE).rgb(3, 3))
                .isEqualTo(0x7fff7f);
    }

    @Test
    void aFurtherSampleIsNoAlpha() throws Exception {
        assertThat(Picture.decode(fourSamples(0, 10, 20, 30, 0), Rgb.WHITE).rgb(3, 3))
                .isEqualTo(0x0a141e);
    }

    @Test
    void theThumbnailIsNotThePicture() throws Exception {
        byte[] file = new TiffFile()
                .with(4, 4, 1, 8, new byte[16], Map.of(254, 1))
                .with(16, 16, 1, 8, ramp(8), Map.of())
                .bytes();
        assertThat(PictureHeader.read(file).width()).isEqualTo(16);
        assertRamp(file);
    }

    @Test
    void aCamerasRawFileIsNamed() {
        byte[] file =
                new TiffFile().with(16, 16, 1, 8, ramp(8), Map.of(262, 32803)).bytes();
        assertThatThrownBy(() -> Picture.decode(file, Rgb.WHITE)).hasMessageContaining("raw file");
    }

    @Test
    void whereExifSaysNothingXmpTurnsThePicture() throws Exception {
        byte[] xmp = "<x tiff:Orientation=\"6\"/>".getBytes(StandardCharsets.US_ASCII);
        Map<Integer, Object> entries = new HashMap<>(Map.of(700, xmp));
        byte[] file = new TiffFile().with(16, 8, 1, 8, new byte[128], entries).bytes();
        assertThat(PictureHeader.read(file).orientation()).isEqualTo(Orientation.ROTATED_90);
        entries.put(274, 1);
        byte[] upright =
                new TiffFile().with(16, 8, 1, 8, new byte[128], entries).bytes();
        assertThat(PictureHeader.read(upright).orientation()).isEqualTo(Orientation.UPRIGHT);
    }
}
