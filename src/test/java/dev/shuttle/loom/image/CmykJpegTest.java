package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import java.awt.image.BandedSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

class CmykJpegTest {
    /** A plain CMYK JPEG with Adobe's marker, inverted as Photoshop writes it. */
    private static byte[] cmyk(int cyan, int magenta, int yellow, int black) throws IOException {
        return inks(0, 255 - cyan, 255 - magenta, 255 - yellow, 255 - black);
    }

    /** Four samples as they are, with the colour transform that Adobe's marker names: 0 none, 2 YCCK. */
    static byte[] inks(int transform, int... ink) throws IOException {
        WritableRaster raster =
                Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_BYTE, 32, 32, 4), null);
        for (int i = 0; i < 32 * 32; i++) {
            raster.setPixel(i % 32, i / 32, ink);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        ByteBuffer adobe = ByteBuffer.allocate(12);
        adobe.put("Adobe".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 100)
                .putInt(0)
                .put((byte) transform);
        return JpegFixtures.withSegment(out.toByteArray(), 0xee, adobe.array());
    }

    @Test
    void paperIsWhiteAndBlackInkIsBlack() throws Exception {
        byte[] paper = cmyk(0, 0, 0, 0);
        assertThat(PictureHeader.read(paper).channels()).isEqualTo(4);
        int white = Picture.decode(paper, Rgb.WHITE).rgb(16, 16);
        assertThat(white & 255).isGreaterThan(240);
        assertThat(white >> 16 & 255).isGreaterThan(240);
        int black = Picture.decode(cmyk(0, 0, 0, 255), Rgb.WHITE).rgb(16, 16);
        assertThat(black >> 8 & 255).isLessThan(70);
    }

    /** Photoshop's usual way: three inks as luma and chroma, the fourth, black, inverted. */
    @Test
    void lumaAndChromaOfInksAreTurnedBack() throws Exception {
        int white = Picture.decode(inks(2, 0, 128, 128, 255), Rgb.WHITE).rgb(16, 16);
        assertThat(white & 255).isGreaterThan(240);
        Rgb red = Rgb.of(Picture.decode(inks(2, 179, 171, 0, 255), Rgb.WHITE).rgb(16, 16));
        Rgb plain = Rgb.of(Picture.decode(cmyk(0, 255, 255, 0), Rgb.WHITE).rgb(16, 16));
        assertThat(Lab.of(red).difference(Lab.of(plain))).isLessThan(2);
    }

    @Test
    void inksKeepTheirHue() throws Exception {
        int red = Picture.decode(cmyk(0, 255, 255, 0), Rgb.WHITE).rgb(16, 16);
        assertThat(red >> 16 & 255).isGreaterThan(180);
        assertThat(red & 255).isLessThan(90);
    }
}
