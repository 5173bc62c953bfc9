package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.Pictures;
import dev.shuttle.loom.colour.Rgb;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** BMP files with headers and sizes of other programs. */
final class BmpVariantsTest {
    private static final Picture PHOTO = Pictures.photo(40, 30);

    /** The same with OS/2's header of 64 bytes, which tells no size of the file. */
    static byte[] ofOs2(byte[] bmp) {
        ByteBuffer out = ByteBuffer.allocate(bmp.length + 24).order(ByteOrder.LITTLE_ENDIAN);
        out.put(bmp, 0, 54).position(78).put(bmp, 54, bmp.length - 54);
        out.putInt(2, 0).putInt(10, 78).putInt(14, 64).putInt(34, 0);
        return out.array();
    }

    @Test
    void os2sHeaderIsUnderstood() throws Exception {
        byte[] file = ofOs2(Encoded.file(PHOTO.toBufferedImage(), "bmp"));

        assertThat(PictureHeader.read(file).height()).isEqualTo(30);
        assertThat(Picture.decode(file, Rgb.WHITE).bgr()).isEqualTo(PHOTO.bgr());
    }

    @Test
    void sizesThatAreWrongDoNotMatter() throws Exception {
        byte[] file = Encoded.file(PHOTO.toBufferedImage(), "bmp");
        Arrays.fill(file, 2, 6, (byte) 1);
        Arrays.fill(file, 34, 38, (byte) 1);

        assertThat(Picture.decode(file, Rgb.WHITE).bgr()).isEqualTo(PHOTO.bgr());
    }
}
