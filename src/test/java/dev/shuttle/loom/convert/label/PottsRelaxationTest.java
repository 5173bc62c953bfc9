package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PottsRelaxationTest {
    private static final RowBands ONE = new RowBands(1);
    /** So near to each other that no colour outweighs one neighbour at a smoothness of 60. */
    private static final int[] NEAR = {0x707070, 0x787878, 0x78706c};

    private static final List<Rgb> WHITE_BLACK = Sketch.colours(0xffffff, 0);
    private static final float STRONG = 60;

    @Test
    void theEnergyNeverRises() {
        for (int seed = 0; seed < 30; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Picture picture = noise(random, 41, 150);
            ColourCosts costs = new ColourCosts(Sketch.colours(NEAR));
            byte[] labels = new byte[41 * 150];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = (byte) random.nextInt(NEAR.length);
            }
            double energy = energy(picture, costs, labels);
            for (int round = 0; round < 4; round++) {
                new PottsRelaxation(picture, costs, labels, STRONG).run(1, ONE);
                double lower = energy(picture, costs, labels);
                assertThat(lower).as("seed %d, round %d", seed, round).isLessThanOrEqualTo(energy * 1.000001);
                energy = lower;
            }
        }
    }

    private static Picture noise(RandomGenerator random, int width, int height) {
        Picture picture = Picture.blank(width, height);
        for (int i = 0; i < width * height; i++) {
            picture.set(i % width, i / width, NEAR[random.nextInt(NEAR.length)]);
        }
        return picture;
    }

    /** Colours, and a Potts term for each pair of neighbours: 1 straight, 1/sqrt 2 slanted. */
    private static double energy(Picture picture, ColourCosts costs, byte[] labels) {
        int width = picture.width();
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            int x = i % width;
            int y = i / width;
            sum += costs.cost(picture.rgb(x, y), labels[i]);
            boolean last = y + 1 == picture.height();
            sum += x + 1 < width && labels[i + 1] != labels[i] ? STRONG : 0;
            sum += !last && labels[i + width] != labels[i] ? STRONG : 0;
            sum += !last && x + 1 < width && labels[i + width + 1] != labels[i] ? STRONG * Math.sqrt(0.5) : 0;
            sum += !last && x > 0 && labels[i + width - 1] != labels[i] ? STRONG * Math.sqrt(0.5) : 0;
        }
        return sum;
    }

    @Test
    void theOutcomeDoesNotDependOnTheNumberOfWorkers() {
        ColourCosts costs = new ColourCosts(Sketch.colours(NEAR));
        for (int seed = 0; seed < 10; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Picture picture = noise(random, 67, 300);
            byte[] one = new byte[67 * 300];
            for (int i = 0; i < one.length; i++) {
                one[i] = (byte) random.nextInt(NEAR.length);
            }
            byte[] several = one.clone();
            new PottsRelaxation(picture, costs, one, 1).run(2, ONE);
            new PottsRelaxation(picture, costs, several, 1).run(2, new RowBands(3));
            assertThat(several).as("seed %d", seed).isEqualTo(one);
        }
    }

    /** The proof of {@link PottsRelaxation#SETTLED}: all that others can have is what the label leaves them. */
    @Test
    void aboveTheSettledSupportNoOtherLabelHasMore() {
        for (int straight = 0; straight <= 4; straight++) {
            for (int slanted = 0; slanted <= 4; slanted++) {
                float own = PottsRelaxation.support(straight, slanted);
                if (own > PottsRelaxation.SETTLED) {
                    assertThat(PottsRelaxation.support(4 - straight, 4 - slanted))
                            .as("%d straight, %d slanted", straight, slanted)
                            .isLessThanOrEqualTo(own);
                }
            }
        }
        assertThat(PottsRelaxation.support(2, 1)).as("the next lower").isLessThan(PottsRelaxation.SETTLED);
    }

    /** The heuristic: by energy the rival would win, having one straight and four slanted neighbours. */
    @Test
    void threeOfTheFourNearestKeepTheirLabelEvenAgainstAllOthers() {
        assertThat(PottsRelaxation.support(1, 4)).isGreaterThan(PottsRelaxation.support(3, 0));
        for (int width : new int[] {5, 20}) {
            byte[] labels = new byte[5 * width];
            int middle = 2 * width + 2;
            for (int rival : new int[] {-width - 1, -width + 1, 1, width - 1, width + 1}) {
                labels[middle + rival] = 1;
            }
            for (int i = 0; i < labels.length; i++) {
                labels[i] |= i == middle ? 0 : (byte) RampResolution.FIXED;
            }
            new PottsRelaxation(Picture.blank(width, 5), new ColourCosts(WHITE_BLACK), labels, 1000).run(1, ONE);
            assertThat(labels[middle]).as("of %d columns", width).isZero();
        }
    }

    @Test
    void aLonePixelTakesALabelThatIsBesideIt() {
        assertThat(relaxed(0.001f, "00000", "00000", "00100", "00000", "00000")).containsOnly("00000");
    }

    @Test
    void thePicturesBorderIsLeftAsItIs() {
        assertThat(relaxed(1000, "01010", "10001", "00000", "10001", "01010"))
                .containsExactly("01010", "10001", "00000", "10001", "01010");
    }

    @Test
    void whatIsFixedStaysAndLosesItsFlag() {
        byte[] labels = Sketch.labels("00000", "00000", "00100", "00000", "00000");
        labels[12] |= (byte) RampResolution.FIXED;
        new PottsRelaxation(Picture.blank(5, 5), new ColourCosts(WHITE_BLACK), labels, 1000).run(1, ONE);
        assertThat(labels[12]).isEqualTo((byte) 1);
    }

    /** On a black picture, so that the colour speaks for label 1. */
    private static String[] relaxed(float smoothness, String... rows) {
        byte[] labels = Sketch.labels(rows);
        Picture black = Picture.blank(rows[0].length(), rows.length);
        new PottsRelaxation(black, new ColourCosts(WHITE_BLACK), labels, smoothness).run(1, ONE);
        return Sketch.text(labels, rows[0].length());
    }
}
