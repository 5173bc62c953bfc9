package dev.shuttle.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static List<Sample> samples = List.of();
    private static BufferedImage peony = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    private static BufferedImage river = peony;

    @BeforeAll
    static void drawn() throws IOException {
        samples = Samples.all();
        peony = picture(0);
        river = picture(1);
    }

    @Test
    void theSamplesAreNamedAfterTheirFormats() {
        assertThat(samples).extracting(Sample::fileName).containsExactly("peony-brocade.png", "misty-river.jpg");
        assertThat(samples.get(0).bytes()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(samples.get(1).bytes()).startsWith(0xff, 0xd8, 0xff);
    }

    @Test
    void theSizesSuitTheService() {
        assertThat(List.of(peony.getWidth(), peony.getHeight())).containsExactly(1024, 1024);
        assertThat(List.of(river.getWidth(), river.getHeight())).containsExactly(1200, 800);
    }

    @Test
    void drawingAgainGivesTheSameBytes() {
        List<Sample> again = Samples.all();

        for (int i = 0; i < samples.size(); i++) {
            assertThat(again.get(i).bytes()).isEqualTo(samples.get(i).bytes());
        }
    }

    @Test
    void theBrocadeIsFlatColourWithSmoothedEdges() {
        Set<Integer> jewels = Arrays.stream(Jewel.values())
                .map(j -> j.colour.getRGB() & 0xffffff)
                .collect(Collectors.toSet());

        int[] pixels = pixels(peony);

        double flat = (double) Arrays.stream(pixels).filter(jewels::contains).count() / pixels.length;
        assertThat(flat).isBetween(0.75, 0.99);
        assertThat(Arrays.stream(pixels).boxed().collect(Collectors.toSet())).containsAll(jewels);
    }

    @Test
    void theBrocadeGoesOnWithoutASeam() {
        int last = peony.getWidth() - 1;

        assertThat(columnDifference(last, 0)).isLessThan(2 * columnDifference(0, 1) + 1);
        assertThat(columnDifference(last, 0)).isLessThan(columnDifference(0, last / 2) / 4);
    }

    @Test
    void theRiverIsShadedSoftly() {
        assertThat(Arrays.stream(pixels(river)).distinct().count()).isGreaterThan(20_000);
    }

    @Test
    void aSamplesBytesAreItsOwn() {
        Sample sample = samples.get(0);

        sample.bytes()[0] = 0;

        assertThat(sample.bytes()[0]).isEqualTo((byte) 0x89);
    }

    private static double columnDifference(int a, int b) {
        return IntStream.range(0, peony.getHeight())
                .mapToDouble(y -> distance(peony.getRGB(a, y), peony.getRGB(b, y)))
                .average()
                .orElseThrow();
    }

    private static double distance(int a, int b) {
        return IntStream.of(0, 8, 16)
                .mapToDouble(shift -> Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)))
                .sum();
    }

    private static int[] pixels(BufferedImage picture) {
        int[] rgb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(rgb).map(p -> p & 0xffffff).toArray();
    }

    private static BufferedImage picture(int index) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(samples.get(index).bytes()));
    }
}
