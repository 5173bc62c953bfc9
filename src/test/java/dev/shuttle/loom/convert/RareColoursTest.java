package dev.shuttle.loom.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.image.Picture;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn keeps its colour, be it rare or much like another one, also where nothing is styled. */
class RareColoursTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 160;
    private static final int RED = 0xc81e28;

    private final LoomEngine engine = new LoomEngine(2);

    /** Three grounds, more violets than there are colours, and a red square. */
    private static Picture violets(int colours, int step, int side, int noise) {
        RandomGenerator random = new SplittableRandom(side);
        int[] grounds = {0xf4ede0, 0x1e3f72, 0x1f6b2d};
        Picture picture = Picture.blank(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int band = x * (colours + 4) / WIDTH;
                int more = step * Math.max(0, band - grounds.length);
                int violet = (0x60 + more / 2) << 16 | (0x28 + more / 4) << 8 | (0x90 + more / 2);
                boolean red = x >= 150 && x < 150 + side && y >= 70 && y < 70 + side;
                int rgb = red ? RED : band < grounds.length ? grounds[band] : violet;
                picture.set(x, y, noisy(rgb, noise, random));
            }
        }
        return picture;
    }

    private static int noisy(int rgb, int noise, RandomGenerator random) {
        int noisy = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            long level = Math.round((rgb >> shift & 255) + noise * random.nextGaussian());
            noisy |= (int) Math.max(0, Math.min(255, level)) << shift;
        }
        return noisy;
    }

    @ParameterizedTest(name = "{0} colours, violets {1} apart, {2} by {2} cells, noise {3}")
    @CsvSource({"6, 8, 3, 0", "6, 20, 4, 0", "8, 20, 3, 0", "6, 20, 5, 2", "8, 20, 5, 2", "12, 20, 3, 2", "16, 4, 7, 2"
    })
    void aSmallRedFieldStaysRedAmongManyViolets(int colours, int step, int side, int noise) {
        PointPaper paper = engine.design(violets(colours, step, side, noise), Recipe.faithful(colours))
                .pointPaper();
        Rgb shown = paper.palette().rgb(paper.label(150 + side / 2, 70 + side / 2));
        assertThat(Lab.of(shown).difference(Lab.of(Rgb.of(RED)))).isLessThan(5);
        assertThat(paper.palette().size()).isLessThanOrEqualTo(colours);
    }

    /** Two weaves for one ink are drawn in colours that nobody tells apart. */
    @Test
    void twoColoursThatNobodyTellsApartStayTwo() {
        Picture picture = Picture.blank(64, 64);
        for (int i = 0; i < 64 * 64; i++) {
            picture.set(i % 64, Math.floorDiv(i, 64), i % 64 < 24 ? 0xf4efe0 : i % 64 < 44 ? 0xb4212b : 0xb3202a);
        }
        PointPaper paper = engine.design(picture, Recipe.faithful(3)).pointPaper();
        assertThat(paper.palette().size()).isEqualTo(3);
        for (int end : new int[] {5, 30, 60}) {
            assertThat(paper.palette().rgb(paper.label(end, 20)).packed()).isEqualTo(picture.rgb(end, 20));
        }
    }
}
