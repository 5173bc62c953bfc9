package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TIFF files of CIE L*a*b*: what their samples mean depends on the photometric interpretation and the depth. */
final class TiffLabTest {
    private static final int CIE = 8;
    private static final int ICC = 9;
    private static final int ITU = 10;

    private static final int RED = 0xff0000;
    private static final int GREEN = 0x00ff00;
    private static final int BLUE = 0x0000ff;
    private static final int GREY = 0x777777;

    /** sRGB's primaries, middle grey, white and black in L*a*b* under D50 (Bradford-adapted). */
    private static final double[][] COLOURS = {
        {54.292, 80.815, 69.879},
        {87.818, -79.285, 80.978},
        {29.568, 68.3, -112.053},
        {50.034, 0, 0},
        {100, 0, 0},
        {0, 0, 0}
    };

    private static byte[] samples(int photometric, int bits) {
        ByteBuffer out = ByteBuffer.allocate(COLOURS.length * 3 * bits / 8);
        for (double[] lab : COLOURS) {
            for (int channel = 0; channel < 3; channel++) {
                double coded = channel == 0 ? lightness(lab[0], photometric, bits) : lab[channel] * (1 << (bits - 8));
                boolean offset = channel > 0 && photometric == ICC;
                long whole = Math.round(coded) + (offset ? 1L << (bits - 1) : 0);
                if (bits == 8) {
                    out.put((byte) whole);
                } else {
                    out.putShort((short) whole);
                }
            }
        }
        return out.array();
    }

    private static double lightness(double lightness, int photometric, int bits) {
        int white = bits == 8 ? 255 : photometric == ICC ? 0xff00 : 0xffff;
        return lightness / 100 * white;
    }

    private static Picture decoded(int bits, byte[] pixels, Map<Integer, Object> entries) throws PictureException {
        return Picture.decode(
                new TiffFile().with(COLOURS.length, 1, 3, bits, pixels, entries).bytes(), Rgb.WHITE);
    }

    private static void assertColours(Picture picture, int within) {
        int[] expected = {RED, GREEN, BLUE, GREY, 0xffffff, 0};
        for (int x = 0; x < expected.length; x++) {
            for (int shift = 0; shift < 24; shift += 8) {
                assertThat((picture.rgb(x, 0) >> shift) & 255)
                        .as("colour %d, bits from %d on", x, shift)
                        .isBetween((expected[x] >> shift & 255) - within, (expected[x] >> shift & 255) + within);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 16, 1", "9, 16, 1", "8, 8, 12", "9, 8, 12"})
    void samplesAreCoordinatesUnderD50(int photometric, int bits, int within) throws Exception {
        assertColours(decoded(bits, samples(photometric, bits), Map.of(262, photometric)), within);
    }

    @Test
    void formatsOfEachSampleMayDiffer() throws Exception {
        Map<Integer, Object> entries = Map.of(262, CIE, 339, new short[] {1, 2, 2});
        assertColours(decoded(16, samples(CIE, 16), entries), 1);
    }

    @Test
    void floatsAreTheCoordinatesThemselves() throws Exception {
        ByteBuffer pixels = ByteBuffer.allocate(COLOURS.length * 12);
        for (double[] lab : COLOURS) {
            pixels.putFloat((float) lab[0]).putFloat((float) lab[1]).putFloat((float) lab[2]);
        }
        assertColours(decoded(32, pixels.array(), Map.of(262, CIE, 339, 3)), 1);
    }

    @Test
    void planesAreReadLikePixels() throws Exception {
        byte[] pixels = samples(CIE, 8);
        byte[] planes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            planes[i % 3 * COLOURS.length + i / 3] = pixels[i];
        }
        int[] strips = {COLOURS.length, COLOURS.length, COLOURS.length};
        assertColours(decoded(8, planes, Map.of(262, CIE, 284, 2, 279, strips)), 12);
    }

    /** RFC 2301: a* from -85 to 85 around 128, b* from -75 to 125 around 96. */
    @Test
    void itusRangesAreItsOwnUnlessDecodeSaysOthers() throws Exception {
        byte[] grey = {(byte) 128, (byte) 128, 96};
        byte[] file = new TiffFile().with(1, 1, 3, 8, grey, Map.of(262, ITU)).bytes();
        assertThat(Picture.decode(file, Rgb.WHITE).rgb(0, 0)).isEqualTo(GREY);

        Object decode = TiffFile.fractions(0, 1, 200, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        byte[] other = new TiffFile()
                .with(1, 1, 3, 8, grey, Map.of(262, ITU, 433, decode))
                .bytes();
        assertThat(Picture.decode(other, Rgb.WHITE).rgb(0, 0)).isEqualTo(0xffffff);
    }

    @ParameterizedTest
    @ValueSource(ints = {CIE, ICC})
    void lightnessAloneIsGrey(int photometric) throws Exception {
        byte[] file = new TiffFile()
                .with(2, 1, 1, 8, new byte[] {(byte) 128, -1}, Map.of(262, photometric))
                .bytes();
        Picture picture = Picture.decode(file, Rgb.WHITE);
        assertThat(picture.rgb(0, 0)).isEqualTo(GREY);
        assertThat(picture.rgb(1, 0)).isEqualTo(0xffffff);
    }

    @Test
    void aFourthSampleIsAlpha() throws Exception {
        byte[] black = {0, 0, 0, 0, 0, 0, 0, -1};
        byte[] file = new TiffFile()
                .with(2, 1, 4, 8, black, Map.of(262, CIE, 338, new short[] {2}))
                .bytes();
        Picture picture = Picture.decode(file, new Rgb(10, 20, 30));
        assertThat(picture.rgb(0, 0)).isEqualTo(0x0a141e);
        assertThat(picture.rgb(1, 0)).isZero();
    }

    /** The white that the file names stays white, whatever its colour. */
    @Test
    void theWhitePointIsTheFiles() throws Exception {
        Map<Integer, Object> entries = new HashMap<>(Map.of(262, CIE));
        byte[] pixels = samples(CIE, 16);
        int plain = decoded(16, pixels, entries).rgb(1, 0);
        entries.put(318, TiffFile.fractions(3127, 10000, 3290, 10000));
        Picture picture = decoded(16, pixels, entries);
        assertThat(picture.rgb(4, 0)).isEqualTo(0xffffff);
        assertThat(picture.rgb(1, 0)).isNotEqualTo(plain);
    }
}
