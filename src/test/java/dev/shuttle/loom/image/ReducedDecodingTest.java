package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Pictures;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture decoded smaller is the picture decoded whole and then made smaller. */
final class ReducedDecodingTest {
    private static final Picture PHOTO = Pictures.photo(100, 67);

    @ParameterizedTest
    @CsvSource({"png, 1", "png, 3", "png, 67", "png, 100", "jpg, 1", "jpg, 2", "jpg, 7", "jpg, 1024", "bmp, 3", "gif, 4"
    })
    void everyPixelIsTheMeanOfASquare(String format, int factor) throws Exception {
        byte[] file = Encoded.file(PHOTO.toBufferedImage(), format);
        Picture whole = Picture.decode(file, Rgb.WHITE);
        Picture small = Picture.decode(file, Rgb.WHITE, 2, factor);
        assertThat(small.width()).isEqualTo((99 + factor) / factor);
        assertThat(small.height()).isEqualTo((66 + factor) / factor);
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                assertThat(small.rgb(x, y)).as("%d, %d", x, y).isEqualTo(mean(whole, x * factor, y * factor, factor));
            }
        }
    }

    @Test
    void aProgressiveJpegToo() throws Exception {
        byte[] file = Encoded.file(PHOTO.toBufferedImage(), "jpg", Encoded::interlaced);
        Picture whole = Picture.decode(file, Rgb.WHITE);
        assertThat(Picture.decode(file, Rgb.WHITE, 1, 5).rgb(4, 6)).isEqualTo(mean(whole, 20, 30, 5));
    }

    @Test
    void greyLevelsStayAsTheyAreCoded() throws Exception {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64 * 64; i++) {
            grey.getRaster().setSample(i % 64, i / 64, 0, 100);
        }
        byte[] file = Encoded.file(grey, "jpg");
        assertThat(Picture.decode(file, Rgb.WHITE, 1, 8).rgb(3, 3)).isEqualTo(0x646464);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void aTurnedPictureIsReducedAsItIsStored(int orientation) throws Exception {
        byte[] upright = Encoded.file(Pictures.photo(60, 36).toBufferedImage(), "jpg");
        byte[] file = JpegFixtures.withOrientation(upright, orientation);
        Picture whole = Picture.decode(file, Rgb.WHITE);
        Picture small = Picture.decode(file, Rgb.WHITE, 1, 4);
        assertThat(small.width()).isEqualTo(orientation < 5 ? 15 : 9);
        assertThat(small.rgb(2, 5)).isEqualTo(mean(whole, 8, 20, 4));
    }

    private static int mean(Picture picture, int left, int top, int side) {
        int[] sums = new int[3];
        int pixels = 0;
        for (int y = top; y < Math.min(picture.height(), top + side); y++) {
            for (int x = left; x < Math.min(picture.width(), left + side); x++) {
                int rgb = picture.rgb(x, y);
                sums[0] += rgb >> 16;
                sums[1] += rgb >> 8 & 255;
                sums[2] += rgb & 255;
                pixels++;
            }
        }
        return new Rgb(rounded(sums[0], pixels), rounded(sums[1], pixels), rounded(sums[2], pixels)).packed();
    }

    private static int rounded(int sum, int pixels) {
        return (sum + pixels / 2) / pixels;
    }
}
