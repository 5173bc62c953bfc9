package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.colour.Rgb;
import java.awt.image.BufferedImage;
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

    @Test
    void floatsBeyondBlackAndWhiteAreCutOff() throws Exception {
        ByteBuffer pixels = ByteBuffer.allocate(4 * 4);
        pixels.putFloat(-3).putFloat(0.5f).putFloat(1.5f).putFloat(70_000);
        byte[] file =
                new TiffFile().with(4, 1, 1, 32, pixels.array(), Map.of(339, 3)).bytes();
        Picture picture = Picture.decode(file, Rgb.WHITE);
        assertThat(new int[] {picture.rgb(0, 0), picture.rgb(1, 0), picture.rgb(2, 0), picture.rgb(3, 0)})
                .containsExactly(0, 0x808080, 0xffffff, 0xffffff);
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

    /** Luma from 16 to 235, chroma from 16 to 240, in a JPEG that is embedded as TIFF 6.0 had it at first. */
    @Test
    void anOldStyleJpegMayLeaveRoomBelowBlackAndAboveWhite() throws Exception {
        BufferedImage plain = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        int[] levels = {0x101010, 0xebebeb, 0x7e7e7e, 0x966464};
        for (int i = 0; i < 32 * 32; i++) {
            plain.setRGB(i % 32, i / 32, levels[i % 32 / 16 + i / 512 * 2]);
        }
        byte[] jpeg = Encoded.file(plain, "jpeg");
        Map<Integer, Object> entries = new HashMap<>(Map.of(259, 6, 262, 6, 512, 1, 513, 0, 514, jpeg.length));
        entries.put(530, new short[] {2, 2});
        entries.put(532, TiffFile.fractions(16, 1, 235, 1, 128, 1, 240, 1, 128, 1, 240, 1));
        byte[] file = new TiffFile().with(32, 32, 3, 8, jpeg, entries).bytes();

        Picture picture = Picture.decode(file, Rgb.WHITE);

        assertNear(picture.rgb(4, 4), 0x000000);
        assertNear(picture.rgb(27, 4), 0xffffff);
        assertNear(picture.rgb(4, 27), 0x808080);
        assertNear(picture.rgb(27, 27), 0x9b6262);
        entries.remove(532);
        byte[] whole = new TiffFile().with(32, 32, 3, 8, jpeg, entries).bytes();
        assertNear(Picture.decode(whole, Rgb.WHITE).rgb(27, 27), 0x966464);
    }

    private static void assertNear(int rgb, int expected) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat(rgb >> shift & 255)
                    .as("%06x at %d, expected %06x", rgb, shift, expected)
                    .isBetween((expected >> shift & 255) - 5, (expected >> shift & 255) + 5);
        }
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
