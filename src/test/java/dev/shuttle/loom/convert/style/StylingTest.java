package dev.shuttle.loom.convert.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StylingTest {
    private static final RowBands ONE = new RowBands(1);
    private static final Style STRONG = new Style(1.6, 1.8, 4, true);

    @Test
    void withoutToneThePictureItselfComesBack() {
        Picture picture = Pictures.photo(40, 30);
        assertThat(Styling.apply(picture, new Style(1, 1, 0, false, false, true), 1, 1, ONE))
                .isSameAs(picture);
    }

    @Test
    void flatAreasStayFlatAndNothingGlowsBesideAnEdge() {
        Picture picture = halves(0xe8d8b0, 0x204080);
        Picture styled = Styling.apply(picture, STRONG, 1, 1, ONE);
        for (int x = 0; x < 120; x++) {
            int far = styled.rgb(x < 60 ? 5 : 115, 40);
            assertThat(apart(styled.rgb(x, 40), far)).as("column %d", x).isLessThan(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0xb04030, 0x3060a0, 0x50a040, 0xc8a060, 0x704080})
    void saturationKeepsHueAndLightness(int rgb) {
        float[] before = PerceptualSpace.of(Rgb.of(rgb));
        float[] after = PerceptualSpace.of(styledColour(rgb, new Style(1, 1.8, 0, false)));
        assertThat(after[0]).isCloseTo(before[0], within(1f));
        assertThat(Math.atan2(after[2], after[1])).isCloseTo(Math.atan2(before[2], before[1]), within(0.04));
        assertThat(Math.hypot(after[1], after[2])).isGreaterThan(1.2 * Math.hypot(before[1], before[2]));
    }

    @Test
    void greyStaysGreyHoweverMuchColourIsAdded() {
        float[] after = PerceptualSpace.of(styledColour(0x868280, new Style(1, 4, 0, false)));
        assertThat(Math.hypot(after[1], after[2])).isLessThan(4);
    }

    @Test
    void shadesOfAVividRedAreStillToldApart() {
        float[] one = PerceptualSpace.of(styledColour(0xd02828, new Style(1, 1.8, 0, false)));
        float[] other = PerceptualSpace.of(styledColour(0xd04040, new Style(1, 1.8, 0, false)));
        assertThat(Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]))
                .isGreaterThan(3);
    }

    @Test
    void theRippleOfASlowGradientIsTakenOut() {
        RandomGenerator random = new SplittableRandom(5);
        Picture picture = Picture.blank(240, 160);
        for (int i = 0; i < 240 * 160; i++) {
            int level = 100 + i % 240 / 6 + random.nextInt(-3, 4);
            picture.set(i % 240, i / 240, level << 16 | level << 8 | level);
        }
        Picture styled = Styling.apply(picture, new Style(1, 1, 4, false), 1, 1, ONE);
        for (int y = 20; y < 140; y++) {
            for (int x = 20; x < 220; x++) {
                int expected = 100 + x / 6;
                assertThat(styled.rgb(x, y) & 255).as("%d, %d", x, y).isBetween(expected - 3, expected + 3);
            }
        }
    }

    @Test
    void anyNumberOfWorkersStylesAlike() {
        Picture picture = Pictures.photo(120, 500);
        Style style = new Style(1.2, 1.3, 3, true, false, true);

        assertThat(Styling.apply(picture, style, 1, 1, new RowBands(3)).bgr())
                .isEqualTo(Styling.apply(picture, style, 1, 1, ONE).bgr());
    }

    @Test
    void aStepThatPartsAreasSurvivesTheSmoothing() {
        Picture styled = Styling.apply(halves(0x808080, 0xb8b8b8), new Style(1, 1, 6, false), 1, 1, ONE);
        assertThat(styled.rgb(57, 40) & 255).isCloseTo(0x80, within(4));
        assertThat(styled.rgb(62, 40) & 255).isCloseTo(0xb8, within(4));
    }

    @Test
    void toneOnToneHasOneHueAndItsLightnessFromThePicture() {
        Picture picture = Pictures.photo(160, 120);
        Picture styled = Styling.apply(picture, new Style(1, 1, 0, false, true, false), 1, 1, ONE);
        double hue = Double.NaN;
        for (int i = 0; i < 160 * 120; i += 7) {
            float[] before = PerceptualSpace.of(Rgb.of(picture.rgb(i % 160, i / 160)));
            float[] after = PerceptualSpace.of(Rgb.of(styled.rgb(i % 160, i / 160)));
            assertThat(after[0]).isCloseTo(before[0], within(1.5f));
            if (Math.hypot(after[1], after[2]) > 8) {
                double own = Math.atan2(after[2], after[1]);
                hue = Double.isNaN(hue) ? own : hue;
                assertThat(own).isCloseTo(hue, within(0.15));
            }
        }
        assertThat(hue).isNotNaN();
    }

    @Test
    void toneOnToneLeavesAGreyPictureGrey() {
        Rgb colour = styledColour(0x707070, new Style(1, 1, 0, false, true, false));
        assertThat(colour.red()).isCloseTo(colour.blue(), within(2));
    }

    private static Rgb styledColour(int rgb, Style style) {
        Picture picture = Picture.blank(16, 16);
        for (int i = 0; i < 256; i++) {
            picture.set(i % 16, i / 16, rgb);
        }
        return Rgb.of(Styling.apply(picture, style, 1, 1, ONE).rgb(8, 8));
    }

    private static Picture halves(int left, int right) {
        Picture picture = Picture.blank(120, 80);
        for (int i = 0; i < 120 * 80; i++) {
            picture.set(i % 120, i / 120, i % 120 < 60 ? left : right);
        }
        return picture;
    }

    private static double apart(int one, int other) {
        float[] a = PerceptualSpace.of(Rgb.of(one));
        float[] b = PerceptualSpace.of(Rgb.of(other));
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }
}
