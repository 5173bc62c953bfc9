package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pictures that {@code demo} puts into the inbox. */
class DemoPicturesTest {
    @ParameterizedTest
    @CsvSource({"peony-brocade.png, 1024, 1024, 10", "misty-river.jpg, 1200, 800, 20000"})
    void eachIsReadWholeInASizeThatTheServiceTakes(String name, int width, int height, int colours) throws Exception {
        Picture picture = Picture.decode(DemoCommand.bytes(name), Rgb.WHITE);

        assertThat(DemoCommand.PICTURES).contains(name);
        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        assertThat(distinct(picture)).hasSizeGreaterThan(colours);
    }

    private static Set<Integer> distinct(Picture picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                colours.add(picture.rgb(x, y));
            }
        }
        return colours;
    }
}
