package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Pictures;
import java.awt.image.BufferedImage;
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

    private static byte[] ofPalette() throws Exception {
        BufferedImage indexed = new BufferedImage(39, 30, BufferedImage.TYPE_BYTE_INDEXED);
        indexed.createGraphics().drawImage(PHOTO.toBufferedImage(), 0, 0, null);
        return Encoded.file(indexed, "bmp");
    }

    /** The place of the pixels is that of the colours in files of some programs. */
    @Test
    void pixelsFollowThePaletteWhateverTheHeaderSays() throws Exception {
        byte[] file = ofPalette();
        Picture expected = Picture.decode(file, Rgb.WHITE);
        Arrays.fill(file, 10, 14, (byte) 0);
        file[10] = 54;

        assertThat(Picture.decode(file, Rgb.WHITE).bgr()).isEqualTo(expected.bgr());
    }

    /** 39 bytes a row are followed by one; without the picture's last pixel the file is damaged. */
    @Test
    void theLastRowsPaddingMayBeMissing() throws Exception {
        byte[] file = ofPalette();
        byte[] bare = Arrays.copyOf(file, file.length - 1);

        assertThat(Picture.decode(bare, Rgb.WHITE).bgr())
                .isEqualTo(Picture.decode(file, Rgb.WHITE).bgr());
        byte[] cut = Arrays.copyOf(file, file.length - 3);
        assertThatThrownBy(() -> Picture.decode(cut, Rgb.WHITE)).isInstanceOf(PictureException.class);
    }

    @Test
    void sizesThatAreWrongDoNotMatter() throws Exception {
        byte[] file = Encoded.file(PHOTO.toBufferedImage(), "bmp");
        Arrays.fill(file, 2, 6, (byte) 1);
        Arrays.fill(file, 34, 38, (byte) 1);

        assertThat(Picture.decode(file, Rgb.WHITE).bgr()).isEqualTo(PHOTO.bgr());
    }
}
