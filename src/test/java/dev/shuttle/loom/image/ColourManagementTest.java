package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says of its colours is applied once, in every format and on every way through the decoder. */
final class ColourManagementTest {
    private static final int GREEN = 0x1e963c;
    /** P3's (30, 150, 60) with an exponent of 2.2, by the formulas of the colour spaces' specifications. */
    private static final Rgb GREEN_OF_P3 = new Rgb(0, 154, 40);
    /** The same with sRGB's curve. */
    private static final Rgb GREEN_OF_DISPLAY_P3 = new Rgb(0, 153, 44);

    private static BufferedImage flat(int rgb) {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 32 * 32; i++) {
            image.setRGB(i % 32, i / 32, rgb);
        }
        return image;
    }

    private static byte[] p3() {
        return Profiles.rgb(Profiles.P3, 2.2, "Display P3");
    }

    private static void assertColour(byte[] file, Rgb wanted, int tolerance) throws PictureException {
        Rgb read = Rgb.of(Picture.decode(file, Rgb.WHITE).rgb(13, 17));
        assertThat(List.of(read.red() - wanted.red(), read.green() - wanted.green(), read.blue() - wanted.blue()))
                .as("%s for %s", read, wanted)
                .allSatisfy(off -> assertThat(Math.abs(off)).isLessThanOrEqualTo(tolerance));
    }

    private static byte[] jpegWith(byte[] profile, boolean progressive, BufferedImage image) throws IOException {
        byte[] jpeg = progressive ? Encoded.file(image, "jpeg", Encoded::interlaced) : Encoded.file(image, "jpeg");
        ByteBuffer data = ByteBuffer.allocate(14 + profile.length);
        data.put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII)).put(profile);
        return JpegFixtures.withSegment(jpeg, 0xe2, data.array());
    }

    private static byte[] pngWith(byte[] profile, BufferedImage image, boolean interlaced) throws IOException {
        byte[] png = interlaced ? Encoded.file(image, "png", Encoded::interlaced) : Encoded.file(image, "png");
        return Chunks.afterHeader(png, "iCCP", Chunks.profile(profile));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pngAndJpegAgree(boolean other) throws Exception {
        assertColour(pngWith(p3(), flat(GREEN), other), GREEN_OF_P3, 1);
        assertColour(jpegWith(p3(), other, flat(GREEN)), GREEN_OF_P3, 6);
    }

    @Test
    void soDoWebpAndTiff() throws Exception {
        byte[] webp = Chunks.webp(
                Chunks.extended(0x20, 32, 32),
                Chunks.riff("ICCP", p3()),
                Chunks.flat(32, 32, 0xff000000 | GREEN, false));
        assertColour(webp, GREEN_OF_P3, 1);
        byte[] pixels = new byte[32 * 32 * 3];
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = GREEN >> 16;
            pixels[i + 1] = (byte) (GREEN >> 8);
            pixels[i + 2] = GREEN & 255;
        }
        byte[] tiff =
                new TiffFile().with(32, 32, 3, 8, pixels, Map.of(34675, p3())).bytes();
        assertColour(tiff, GREEN_OF_P3, 1);
    }

    @Test
    void aPaletteIsConvertedAndSoAreColoursThatTheGroundShowsThrough() throws Exception {
        BufferedImage indexed = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_INDEXED);
        indexed.createGraphics().drawImage(flat(0x009933), 0, 0, null);
        Picture plain = Picture.decode(Encoded.file(indexed, "png"), Rgb.WHITE);
        Picture converted = Picture.decode(pngWith(p3(), indexed, false), Rgb.WHITE);
        assertThat(converted.rgb(5, 5) >> 8 & 255).isNotEqualTo(plain.rgb(5, 5) >> 8 & 255);

        BufferedImage veiled = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        veiled.setRGB(13, 17, 0x80000000 | GREEN);
        Rgb ground = new Rgb(200, 100, 0);
        Rgb mixed = Rgb.of(Picture.decode(pngWith(p3(), veiled, false), ground).rgb(13, 17));
        assertThat(mixed.red()).isBetween(98, 102);
        assertThat(mixed.green()).isBetween(124, 128);
        assertThat(mixed.blue()).isBetween(20, 24);
        assertThat(Rgb.of(Picture.decode(pngWith(p3(), veiled, false), ground).rgb(0, 0)))
                .isEqualTo(ground);
    }

    @Test
    void aNameSaysNothing() throws Exception {
        byte[] linear = Profiles.rgb(Chromaticities.SRGB, 1, "built-in Linear sRGB");
        assertColour(pngWith(linear, flat(0x808080), false), new Rgb(188, 188, 188), 1);
        byte[] nearly = Profiles.rgb(Chromaticities.SRGB, 2.2, "nearly");
        assertColour(pngWith(nearly, flat(0xc0c0c0), false), new Rgb(192, 192, 192), 1);
    }

    @Test
    void greyLevelsHaveProfilesToo() throws Exception {
        BufferedImage grey = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 32 * 32; i++) {
            grey.getRaster().setSample(i % 32, i / 32, 0, 82);
        }
        assertColour(pngWith(Profiles.grey(1.8), grey, false), new Rgb(101, 101, 101), 1);
        assertColour(jpegWith(Profiles.grey(1.8), false, grey), new Rgb(101, 101, 101), 2);
    }

    @Test
    void whatCannotBeUsedIsPassedOver() throws Exception {
        for (byte[] profile : new byte[][] {
            Profiles.unusable(), java.util.Arrays.copyOf(p3(), 200), new byte[3], Profiles.grey(1.8), new byte[500]
        }) {
            assertColour(pngWith(profile, flat(GREEN), false), Rgb.of(GREEN), 0);
            assertColour(pngWith(profile, flat(GREEN), true), Rgb.of(GREEN), 0);
            assertColour(jpegWith(profile, false, flat(GREEN)), Rgb.of(GREEN), 5);
            byte[] webp = Chunks.webp(
                    Chunks.extended(0x20, 32, 32),
                    Chunks.riff("ICCP", profile),
                    Chunks.flat(32, 32, 0xff000000 | GREEN, false));
            assertColour(webp, Rgb.of(GREEN), 0);
        }
    }

    @Test
    void aPngSaysItInChunks() throws Exception {
        byte[] png = Encoded.file(flat(0x808080), "png");
        byte[] linear = ByteBuffer.allocate(4).putInt(100000).array();
        assertColour(Chunks.afterHeader(png, "gAMA", linear), new Rgb(188, 188, 188), 1);
        byte[] usual = ByteBuffer.allocate(4).putInt(45455).array();
        assertColour(Chunks.afterHeader(png, "gAMA", usual), new Rgb(128, 128, 128), 0);
        byte[] both = Chunks.afterHeader(Chunks.afterHeader(png, "gAMA", linear), "sRGB", new byte[1]);
        assertColour(both, new Rgb(128, 128, 128), 0);

        byte[] green = Encoded.file(flat(GREEN), "png");
        ByteBuffer chrm = ByteBuffer.allocate(32);
        for (double xy : Profiles.P3.xy()) {
            chrm.putInt((int) Math.round(100000 * xy));
        }
        byte[] primaries = Chunks.afterHeader(Chunks.afterHeader(green, "cHRM", chrm.array()), "gAMA", usual);
        assertColour(primaries, GREEN_OF_DISPLAY_P3, 1);
        assertColour(Chunks.afterHeader(green, "cICP", new byte[] {12, 13, 0, 1}), GREEN_OF_DISPLAY_P3, 1);
        byte[] first = Chunks.afterHeader(Chunks.afterHeader(green, "gAMA", linear), "cICP", new byte[] {12, 13, 0, 1});
        assertColour(first, GREEN_OF_DISPLAY_P3, 1);
    }
}
