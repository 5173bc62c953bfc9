package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG files of writers that leave out what others write. */
final class JpegVariantsTest {
    private static final Picture PHOTO = Pictures.photo(64, 48);
    private static byte[] plain = {};
    private static byte[] progressive = {};

    @BeforeAll
    static void write() throws IOException {
        plain = Encoded.file(PHOTO.toBufferedImage(), "jpeg");
        progressive = Encoded.file(PHOTO.toBufferedImage(), "jpeg", Encoded::interlaced);
    }

    /** The same without JFIF's segment, its components numbered otherwise. */
    private static byte[] renumbered(byte[] jpeg, int... ids) {
        int length = 2 + ((jpeg[4] & 255) << 8 | (jpeg[5] & 255));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(jpeg, 2 + length, jpeg.length - 2 - length);
        byte[] file = out.toByteArray();
        int frame = find(file, 0xc0, 0xc2);
        int scan = find(file, 0xda, 0xda);
        for (int i = 0; i < 3; i++) {
            file[frame + 10 + 3 * i] = (byte) ids[i];
            file[scan + 5 + 2 * i] = (byte) ids[i];
        }
        return file;
    }

    private static int find(byte[] file, int marker, int other) {
        for (int i = 2; ; i += 2 + ((file[i + 2] & 255) << 8 | (file[i + 3] & 255))) {
            if ((file[i + 1] & 255) == marker || (file[i + 1] & 255) == other) {
                return i;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 2, 3", "3, 4, 5"})
    void componentsAreLumaAndChromaWhateverTheirNumbers(int first, int second, int third) throws Exception {
        byte[] meant = Picture.decode(plain, Rgb.WHITE).bgr();

        assertThat(Picture.decode(renumbered(plain, first, second, third), Rgb.WHITE)
                        .bgr())
                .isEqualTo(meant);
    }

    @Test
    void componentsCalledRgbAreRgb() throws Exception {
        byte[] read =
                Picture.decode(renumbered(plain, 'R', 'G', 'B'), Rgb.WHITE).bgr();

        assertThat(read).isNotEqualTo(Picture.decode(plain, Rgb.WHITE).bgr());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMissingEndMarkerIsNoLoss(boolean inScans) throws Exception {
        byte[] file = inScans ? progressive : plain;
        byte[] cut = Arrays.copyOf(file, file.length - 2);

        assertThat(Picture.decode(cut, Rgb.WHITE).bgr())
                .isEqualTo(Picture.decode(file, Rgb.WHITE).bgr());
        byte[] shorter = Arrays.copyOf(file, file.length - 60);
        assertThatThrownBy(() -> Picture.decode(shorter, Rgb.WHITE)).hasMessageContaining("end is missing");
    }

    @Test
    void xmpTurnsThePictureWhereExifDoesNot() throws Exception {
        byte[] xmp = "http://ns.adobe.com/xap/1.0/\0<tiff:Orientation>8</tiff:Orientation>"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] file = JpegFixtures.withSegment(plain, 0xe1, xmp);

        assertThat(PictureHeader.read(file).orientation()).isEqualTo(Orientation.ROTATED_270);
        assertThat(PictureHeader.read(JpegFixtures.withOrientation(file, 3)).orientation())
                .isEqualTo(Orientation.ROTATED_180);
    }

    @Test
    void scansWithoutEndAreRefusedBeforeTheyAreDecoded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int scan = find(progressive, 0xda, 0xda);
        out.write(progressive, 0, progressive.length - 2);
        for (int i = 0; i < 400; i++) {
            out.write(progressive, scan, 14);
        }
        assertThatThrownBy(() -> Picture.decode(out.toByteArray(), Rgb.WHITE)).hasMessageContaining("scans");
    }

    @Test
    void whatCannotHoldItsPixelsIsRefusedBeforeTheyAreDecoded() {
        byte[] file = plain.clone();
        int frame = find(file, 0xc0, 0xc2);
        file[frame + 5] = 0x27;
        file[frame + 7] = 0x27;
        assertThatThrownBy(() -> Picture.decode(file, Rgb.WHITE)).hasMessageContaining("too short");
    }
}
