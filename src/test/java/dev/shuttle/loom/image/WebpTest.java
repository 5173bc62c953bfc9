package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** WebP, for which there is no writer in Java: four stripes of known colours, written once by libwebp. */
final class WebpTest {
    private static final int[] STRIPES = {0xc8102e, 0xfffff0, 0x004080, 0x101010};

    /** 16 by 8 pixels. */
    static final byte[] LOSSLESS =
            file("UklGRkAAAABXRUJQVlA4TDQAAAAvD8ABAB8gECAsOPE/Z0MgQDS4ke6OQAQxuZn2hxhh/uMvImRAmG00yUlO8t5nENH/iPkB");

    /** 64 by 32 pixels. */
    static final byte[] LOSSY = file("UklGRmgAAABXRUJQVlA4IFwAAAAQBACdASpAACAAPpU0lUmloqIhO/24ALASiWQAyUAfemgLqu3D"
            + "MltqgAD+7tPe54MQvn/9Js/xNn+Js+EV/u8R7IGFP/j9a46joja7z6K2Jp/FcHe4LvZ4jxgAAA==");

    /** 16 by 8 pixels, the first stripe see-through. */
    private static final byte[] SEE_THROUGH = file(
            "UklGRkQAAABXRUJQVlA4TDgAAAAvD8ABEB8gECAsOPE/Z0MgQDS4ke6OQAQxuZn2hxhBQFDwf3TxEyPOgDDbaJKTnOS9zyCi/xHzAw==");

    private static byte[] file(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    @Test
    void losslessIsExact() throws Exception {
        Picture picture = Picture.decode(LOSSLESS, Rgb.WHITE);

        for (int x = 0; x < 16; x++) {
            assertThat(picture.rgb(x, 5)).as("x %d", x).isEqualTo(STRIPES[x / 4]);
        }
    }

    @Test
    void lossyHasTheColoursThatWereMeant() throws Exception {
        Picture picture = Picture.decode(LOSSY, Rgb.WHITE);

        assertThat(picture.width()).isEqualTo(64);
        for (int stripe = 0; stripe < 4; stripe++) {
            Lab read = Lab.of(Rgb.of(picture.rgb(16 * stripe + 8, 16)));
            assertThat(read.difference(Lab.of(Rgb.of(STRIPES[stripe])))).isLessThan(3);
        }
    }

    @Test
    void whatIsSeeThroughShowsTheGround() throws Exception {
        Picture picture = Picture.decode(SEE_THROUGH, Rgb.parse("#00ff00"));

        assertThat(picture.rgb(1, 4)).isEqualTo(0x00ff00);
        assertThat(picture.rgb(6, 4)).isEqualTo(STRIPES[1]);
    }

    @Test
    void aCutFileIsRefusedWithAHint() {
        for (int length = 12; length < LOSSY.length - 20; length++) {
            byte[] cut = Arrays.copyOf(LOSSY, length);
            assertThatThrownBy(() -> Picture.decode(cut, Rgb.WHITE))
                    .as("%d bytes", length)
                    .isInstanceOf(PictureException.class);
        }
    }

    @Test
    void aCutLosslessFileIsRefusedToo() {
        for (int length = 0; length < LOSSLESS.length - 1; length++) {
            byte[] cut = Arrays.copyOf(LOSSLESS, length);
            assertThatThrownBy(() -> Picture.decode(cut, Rgb.WHITE))
                    .as("%d bytes", length)
                    .isInstanceOf(PictureException.class);
        }
    }

    @Test
    void aFlatPictureMayBeShort() throws Exception {
        byte[] file = Chunks.webp(Chunks.flat(2000, 1000, 0xffc8102e, false));

        assertThat(file.length).isLessThan(50);
        assertThat(Picture.decode(file, Rgb.WHITE).rgb(1999, 999)).isEqualTo(0xc8102e);
    }

    @Test
    void pixelsThatAreNotThereAreNotMadeUp() {
        byte[] file = Chunks.webp(Chunks.flat(300, 300, 0xffc8102e, true));

        assertThatThrownBy(() -> Picture.decode(file, Rgb.WHITE)).hasMessageContaining("end is missing");
    }

    @Test
    void alphaIsReadAsItIsStored() throws Exception {
        byte[] alpha = new byte[1 + 64 * 32];
        Arrays.fill(alpha, 1, 1 + 64 * 16, (byte) 255);
        byte[] lossy = Arrays.copyOfRange(LOSSY, 12, LOSSY.length);
        byte[] file = Chunks.webp(Chunks.extended(0x10, 64, 32), Chunks.riff("ALPH", alpha), lossy);
        Picture opaque = Picture.decode(LOSSY, Rgb.WHITE);
        Picture picture = Picture.decode(file, Rgb.parse("#00ff00"));

        assertThat(picture.rgb(40, 15)).isEqualTo(opaque.rgb(40, 15));
        assertThat(picture.rgb(40, 16)).isEqualTo(0x00ff00);
    }
}
