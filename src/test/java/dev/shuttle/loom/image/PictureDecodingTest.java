package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecodingTest {
    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void losslessFormatsComeBackExactly(String format) throws Exception {
        Picture picture = Pictures.photo(123, 77);
        byte[] file = encoded(picture.toBufferedImage(), format);
        PictureHeader header = PictureHeader.read(file);
        assertThat(header.width()).isEqualTo(123);
        assertThat(header.height()).isEqualTo(77);
        assertThat(Picture.decode(file, Rgb.WHITE).bgr()).isEqualTo(picture.bgr());
        assertThat(Picture.decode(file, Rgb.WHITE, 2).bgr()).isEqualTo(picture.bgr());
    }

    @Test
    void jpegAndGifAreRead() throws Exception {
        Picture picture = Pictures.discs(160, 120, 0xffffff, 0xc02020);
        for (String format : new String[] {"jpg", "gif"}) {
            Picture decoded = Picture.decode(encoded(picture.toBufferedImage(), format), Rgb.WHITE);
            assertThat(decoded.width()).isEqualTo(160);
            int rgb = decoded.rgb(30, 30);
            assertThat(rgb >> 16 & 255).isBetween(0xb8, 0xc8);
            assertThat(rgb & 255).isBetween(0x18, 0x28);
        }
    }

    @Test
    void whatIsTransparentShowsTheGround() throws Exception {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00123456);
        image.setRGB(1, 0, 0x80ff0000);
        Picture decoded = Picture.decode(encoded(image, "png"), Rgb.parse("#00ff00"));
        assertThat(decoded.rgb(0, 0)).isEqualTo(0x00ff00);
        assertThat(decoded.rgb(1, 0)).isEqualTo(0x807f00);
    }

    @Test
    void sixteenBitSamplesKeepTheirHighByte() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 0xffff);
        image.getRaster().setSample(1, 0, 0, 0x8040);
        Picture decoded = Picture.decode(encoded(image, "png"), Rgb.WHITE);
        assertThat(decoded.rgb(0, 0)).isEqualTo(0xffffff);
        assertThat(decoded.rgb(1, 0)).isEqualTo(0x808080);
        assertThat(decoded.rgb(2, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff", "jpg", "gif"})
    void aDamagedFileIsAlwaysReportedAsAPictureException(String format) throws Exception {
        byte[] file = encoded(Pictures.photo(64, 48).toBufferedImage(), format);
        SplittableRandom random = new SplittableRandom(format.hashCode());
        for (int round = 0; round < 150; round++) {
            byte[] damaged = round % 2 == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
            for (int hit = 0; hit < round % 7 && damaged.length > 0; hit++) {
                damaged[random.nextInt(Math.min(damaged.length, 200))] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Picture.decode(damaged, Rgb.WHITE).width()).isPositive();
            } catch (PictureException expected) {
                assertThat(expected.hint()).isNotBlank();
            }
        }
    }

    @Test
    void emptyAndForeignFilesAreNamedAsSuch() {
        assertThatExceptionOfType(PictureException.class)
                .isThrownBy(() -> Picture.decode(new byte[0], Rgb.WHITE))
                .satisfies(e -> assertThat(e.code()).isEqualTo("EMPTY_FILE"));
        assertThatExceptionOfType(PictureException.class)
                .isThrownBy(() -> Picture.decode("%PDF-1.7 no picture".getBytes(StandardCharsets.UTF_8), Rgb.WHITE))
                .satisfies(e -> assertThat(e.code()).isEqualTo("FOREIGN_FORMAT"));
        assertThatExceptionOfType(PictureException.class)
                .isThrownBy(() -> Picture.decode("a letter, no picture".getBytes(StandardCharsets.UTF_8), Rgb.WHITE))
                .satisfies(e -> assertThat(e.code()).isEqualTo("NOT_A_PICTURE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aFileWithoutItsEndIsCalledTruncated(String format) throws Exception {
        byte[] file = encoded(Pictures.photo(64, 48).toBufferedImage(), format);
        assertThatExceptionOfType(PictureException.class)
                .isThrownBy(() -> Picture.decode(Arrays.copyOf(file, file.length * 2 / 3), Rgb.WHITE))
                .satisfies(e -> assertThat(e.code()).isEqualTo("TRUNCATED_PICTURE"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyExifOrientationIsTurnedUpright(int orientation) throws Exception {
        Picture stored = Picture.blank(32, 16);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                stored.set(x, y, 0xffffff); // the stored top left
            }
        }
        byte[] file = JpegFixtures.withOrientation(encoded(stored.toBufferedImage(), "jpg"), orientation);
        Picture upright = Picture.decode(file, Rgb.WHITE);
        boolean turned = orientation >= 5;
        assertThat(upright.width()).isEqualTo(turned ? 16 : 32);
        assertThat(PictureHeader.read(file).width()).isEqualTo(upright.width());
        boolean right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        boolean below = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        int x = right ? upright.width() - 3 : 2;
        int y = below ? upright.height() - 3 : 2;
        assertThat(upright.rgb(x, y) & 255).isGreaterThan(200);
        assertThat(upright.rgb(upright.width() - 1 - x, y) & 255).isLessThan(60);
        assertThat(upright.rgb(x, upright.height() - 1 - y) & 255).isLessThan(60);
    }

    @Test
    void aPngNamesItsOrientationInTextToo() throws Exception {
        byte[] png = Encoded.file(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png");
        String exif = "4d4d002a00000008000101120003000000010006";
        String text = "Raw profile type exif\0\nexif\n      26\n" + exif + "\n000000000000\n";
        byte[] turned = Chunks.afterHeader(png, "tEXt", text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(PictureHeader.read(turned).orientation()).isEqualTo(Orientation.ROTATED_90);
    }
}
