package dev.shuttle.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.format.IndexedPng;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a heap too small for the pictures it is given, unless it takes care. */
final class LargePicturesTest {
    @TempDir
    private Path folder;

    /** Decoded as a whole, the picture alone would take 300 MB. */
    @Test
    void ofAHundredMegapixelsOnlyWhatTheGridCanUseIsHeld() throws Exception {
        Path picture = folder.resolve("cloth.jpg");
        assertThat(ImageIO.write(striped(10_000, 10_000), "jpg", picture.toFile()))
                .isTrue();
        BufferedImage paper = converted("pixel_art", picture, 64);
        assertThat(paper.getWidth()).isEqualTo(160);
        assertThat(paper.getHeight()).isEqualTo(160);
    }

    @Test
    void atItsOwnSizeAPictureTakesSixBytesAPixelAndSomeMore() throws Exception {
        Path picture = folder.resolve("artwork.png");
        Files.write(picture, checked(4000, 4000));
        BufferedImage paper = converted("faithful", picture, 6 * 16 + 64);
        assertThat(paper.getWidth()).isEqualTo(4000);
        assertThat(paper.getHeight()).isEqualTo(4000);
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() throws Exception {
        Path picture = folder.resolve("artwork.png");
        Files.write(picture, checked(4000, 4000));
        Process process = started("weaving_machine", picture, 96);
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(ShuttleCommand.SOME_FAILED);
        assertThat(said).contains("not enough memory").doesNotContain("\tat ");
    }

    private BufferedImage converted(String preset, Path picture, int megabytes) throws Exception {
        Process process = started(preset, picture, megabytes);
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(ShuttleCommand.DONE);
        return ImageIO.read(folder.resolve("paper.png").toFile());
    }

    private Process started(String preset, Path picture, int megabytes) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // A collector that needs no spare regions and no second thread: the same heap is enough each time, or is not.
        List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-Xmx" + megabytes + "m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.shuttle.Shuttle", "convert"));
        command.addAll(List.of("-p", preset, "-o", folder.resolve("paper.png").toString(), picture.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Slanted stripes: every row is the one above it, moved by some pixels, and all rows share their samples. */
    private static BufferedImage striped(int width, int height) {
        int slant = 3;
        int[] colours = {0x103050, 0xe0d0a0, 0xa02020, 0x208050, 0xf0f0f0};
        int[] pixels = new int[width + slant * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colours[i / 150 % colours.length];
        }
        int[] masks = {0xff0000, 0xff00, 0xff};
        SinglePixelPackedSampleModel rows =
                new SinglePixelPackedSampleModel(DataBufferInt.TYPE_INT, width, height, slant, masks);
        return new BufferedImage(
                new DirectColorModel(24, masks[0], masks[1], masks[2]),
                Raster.createWritableRaster(rows, new DataBufferInt(pixels, pixels.length), new Point()),
                false,
                null);
    }

    private static byte[] checked(int width, int height) {
        byte[] labels = new byte[width * height];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) ((i % width / 37 + i / width / 23) % 3);
        }
        Palette palette = new Palette(List.of(
                new PaletteColour(0, new Rgb(240, 230, 210), 1, 0.4),
                new PaletteColour(1, new Rgb(20, 40, 90), 1, 0.3),
                new PaletteColour(2, new Rgb(160, 30, 40), 1, 0.3)));
        return IndexedPng.write(new PointPaper(width, height, labels, palette, Density.SQUARE));
    }
}
