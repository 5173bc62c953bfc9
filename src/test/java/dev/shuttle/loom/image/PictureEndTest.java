package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a file still lacks its end is seen by its structure. */
final class PictureEndTest {
    private static final long SEED = 20_260_115;

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(61, 47, BufferedImage.TYPE_INT_RGB);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int i = 0; i < 61 * 47; i++) {
            image.setRGB(i % 61, i / 61, new Color(random.nextInt(1 << 24)).getRGB());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).as(format).isTrue();
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif", "tif"})
    void aWholePictureHasItsEndAndOneCutAnywhereLacksIt(String format) throws Exception {
        byte[] whole = picture(format);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

        assertThat(PictureEnd.isMissing(whole)).isFalse();
        for (int i = 0; i < 200; i++) {
            // The last bytes of a TIFF may be of a field that no picture needs.
            int length = random.nextInt(whole.length * 19 / 20);
            assertThat(PictureEnd.isMissing(Arrays.copyOf(whole, length)))
                    .as("%s, %d of %d bytes, seed %d", format, length, whole.length, SEED)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void aPictureWhoseRoomIsReservedAndFilledFromTheFrontLacksItsEnd(String format) throws Exception {
        byte[] half = picture(format);
        Arrays.fill(half, half.length / 2, half.length, (byte) 0);

        assertThat(PictureEnd.isMissing(half)).isTrue();
        assertThat(PictureEnd.isMissing(new byte[5000])).isTrue();
    }

    @Test
    void aPhoneMayWriteAFilmBehindAJpeg() throws Exception {
        byte[] photo = picture("jpg");
        byte[] withFilm = Arrays.copyOf(photo, photo.length + 3000);

        assertThat(PictureEnd.isMissing(withFilm)).isFalse();
    }

    @Test
    void aWebpIsAsLongAsItSays() {
        byte[] webp = new byte[40];
        System.arraycopy(
                new byte[] {'R', 'I', 'F', 'F', 32, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', 'L', 20},
                0,
                webp,
                0,
                17);

        assertThat(PictureEnd.isMissing(webp)).isFalse();
        assertThat(PictureEnd.isMissing(Arrays.copyOf(webp, 30))).isTrue();
    }

    @Test
    void whatIsNoPictureLacksNoEnd() {
        assertThat(PictureEnd.isMissing("some notes of a designer".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void aFileOfWhichOnlyTheFirstBytesAreThereIsNotYetJudged() {
        assertThat(PictureEnd.isMissing(new byte[0])).isTrue();
        assertThat(PictureEnd.isMissing(new byte[] {(byte) 0x89, 'P', 'N'})).isTrue();
    }
}
