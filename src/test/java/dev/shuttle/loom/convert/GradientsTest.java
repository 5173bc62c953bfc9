package dev.shuttle.loom.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Gradients;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.weave.FloatBounds;
import dev.shuttle.loom.weave.WeaveAnalysis;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Smooth gradients, and the limits that each way of drawing them keeps. */
class GradientsTest {
    private static final int SIDE = 240;
    private static final Style REDRAWN = new Style(1, 1, 3, true, false, true);
    private static final List<Rgb> TONES = List.of(
            Rgb.parse("#202020"),
            Rgb.parse("#525252"),
            Rgb.parse("#868686"),
            Rgb.parse("#bdbdbd"),
            Rgb.parse("#f2f2f2"));

    /** What a picture shows at a place, 0 to 255 each. */
    private interface Scene {
        double[] at(double x, double y);
    }

    private static double[] grey(double share) {
        double value = 32 + 210 * Math.min(1, Math.max(0, share));
        return new double[] {value, value, value};
    }

    private static final Scene ACROSS = (x, y) -> grey(x);
    private static final Scene DOWN = (x, y) -> grey(y);
    private static final Scene SLANTED = (x, y) -> grey((x + 0.6 * y) / 1.6);
    private static final Scene SPHERE = (x, y) -> grey(1.15 - 1.6 * Math.hypot(x - 0.4, y - 0.35));

    private static Picture picture(Scene scene, double noise, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Picture picture = Picture.blank(SIDE, SIDE);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double[] colour = scene.at((x + 0.5) / SIDE, (y + 0.5) / SIDE);
                double off = noise * random.nextGaussian();
                picture.set(
                        x, y, (level(colour[0] + off) << 16) | (level(colour[1] + off) << 8) | level(colour[2] + off));
            }
        }
        return picture;
    }

    private static int level(double value) {
        return (int) Math.min(255, Math.max(0, Math.round(value)));
    }

    private static Recipe recipe(Gradients gradients) {
        return Recipe.faithful(TONES.size())
                .withPalette(TONES)
                .withStyle(REDRAWN)
                .withGradients(gradients);
    }

    private static LoomDesign design(Picture picture, Recipe recipe) {
        return new LoomEngine(2).design(picture, recipe);
    }

    private static List<Picture> ramps() {
        return List.of(
                picture(ACROSS, 0, 1),
                picture(DOWN, 2, 2),
                picture(SLANTED, 3, 3),
                picture(SPHERE, 0, 4),
                picture(SPHERE, 3, 5));
    }

    /** Root mean square of lightness against the picture, both blurred over three cells, 0 to 100. */
    private static double blurredError(Picture picture, LoomDesign design) {
        float[] off = new float[SIDE * SIDE];
        for (int i = 0; i < off.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            off[i] = lightness(picture.rgb(x, y)) - lightness(rgb(design, x, y).packed());
        }
        float[] seen = blurred(blurred(off));
        double sum = 0;
        for (float value : seen) {
            sum += value * value;
        }
        return Math.sqrt(sum / seen.length);
    }

    /** Over three cells along the rows, turned over, so that twice is both ways. */
    private static float[] blurred(float[] in) {
        float[] out = new float[in.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double sum = 0;
                double weights = 0;
                for (int at = Math.max(0, x - 9); at < Math.min(SIDE, x + 10); at++) {
                    double weight = Math.exp(-(at - x) * (at - x) / 18.0);
                    sum += weight * in[y * SIDE + at];
                    weights += weight;
                }
                out[x * SIDE + y] = (float) (sum / weights);
            }
        }
        return out;
    }

    private static float lightness(int rgb) {
        return PerceptualSpace.of(new Rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255))[0];
    }

    private static Rgb rgb(LoomDesign design, int x, int y) {
        return design.pointPaper().palette().colours().get(label(design, x, y)).rgb();
    }

    private static int label(LoomDesign design, int x, int y) {
        return design.pointPaper().label(x, y);
    }

    private static double isolated(LoomDesign design) {
        int alone = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int own = label(design, x, y);
                boolean like = (x > 0 && label(design, x - 1, y) == own)
                        || (x + 1 < SIDE && label(design, x + 1, y) == own)
                        || (y > 0 && label(design, x, y - 1) == own)
                        || (y + 1 < SIDE && label(design, x, y + 1) == own);
                alone += like ? 0 : 1;
            }
        }
        return (double) alone / (SIDE * SIDE);
    }

    private static int changesAcross(LoomDesign design) {
        int changes = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 1; x < SIDE; x++) {
                changes += label(design, x, y) != label(design, x - 1, y) ? 1 : 0;
            }
        }
        return changes;
    }

    private static int smallestRegion(LoomDesign design) {
        boolean[] seen = new boolean[SIDE * SIDE];
        int smallest = seen.length;
        int[] flood = new int[seen.length];
        for (int start = 0; start < seen.length; start++) {
            if (seen[start]) {
                continue;
            }
            int count = 1;
            flood[0] = start;
            seen[start] = true;
            for (int at = 0; at < count; at++) {
                int x = flood[at] % SIDE;
                int y = flood[at] / SIDE;
                int[][] beside = {{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}};
                for (int[] next : beside) {
                    boolean inside = next[0] >= 0 && next[1] >= 0 && next[0] < SIDE && next[1] < SIDE;
                    if (inside
                            && !seen[next[1] * SIDE + next[0]]
                            && label(design, next[0], next[1]) == label(design, x, y)) {
                        seen[next[1] * SIDE + next[0]] = true;
                        flood[count++] = next[1] * SIDE + next[0];
                    }
                }
            }
            smallest = Math.min(smallest, count);
        }
        return smallest;
    }

    @Test
    void aHatchIsThreeTimesNearerThanBandsFromAfar() {
        for (Picture picture : ramps()) {
            double bands = blurredError(picture, design(picture, recipe(Gradients.BANDS)));
            double hatch = blurredError(picture, design(picture, recipe(Gradients.HATCH)));
            assertThat(hatch).isPositive().isLessThanOrEqualTo(bands / 3);
        }
    }

    @Test
    void aHatchHasNoLooseCellsAndHardlyMoreChangesOfColourThanBands() {
        for (Picture picture : ramps()) {
            LoomDesign bands = design(picture, recipe(Gradients.BANDS));
            LoomDesign hatch = design(picture, recipe(Gradients.HATCH));
            assertThat(isolated(hatch)).isLessThanOrEqualTo(0.001);
            assertThat(changesAcross(hatch)).isLessThanOrEqualTo(2 * changesAcross(bands) + SIDE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Gradients.class,
            names = {"BANDS", "HATCH", "GRAIN"})
    void noRegionIsSmallerThanTheSmallest(Gradients way) {
        for (int least : new int[] {2, 9, 16}) {
            for (Picture picture : ramps()) {
                LoomDesign design = design(picture, recipe(way).withMinRegion(least));
                assertThat(smallestRegion(design))
                        .as("%s, %d cells", way, least)
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Gradients.class,
            names = {"SATIN", "GRAIN"})
    void pointsAndGrainsAreTwiceNearerThanBandsFromAfar(Gradients way) {
        for (Picture picture : ramps()) {
            double bands = blurredError(picture, design(picture, recipe(Gradients.BANDS)));
            assertThat(blurredError(picture, design(picture, recipe(way)))).isLessThanOrEqualTo(bands / 2);
        }
    }

    /** Borders of bands: their length over that of the same bands without noise. */
    @Test
    void bordersOfBandsAreCalmInANoisyRamp() {
        double calm = changesAcross(design(picture(SLANTED, 0, 6), recipe(Gradients.BANDS)));
        Recipe unsmoothed = recipe(Gradients.BANDS).withStyle(new Style(1, 1, 0, false));

        double noisy = changesAcross(design(picture(SLANTED, 4, 6), unsmoothed));

        assertThat(noisy / calm).isBetween(0.9, 1.15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHADED_SATIN", "WEFT_BACKED", "TAQUETE", "SAMITUM", "LAMPAS", "BROCADE", "JIN"})
    void theFloatsOfTheStructureHoldWithEveryWay(String kind) {
        WeaveOrder order = WeaveOrder.of(StructureKind.valueOf(kind));
        Picture picture = picture(SPHERE, 2, 7);
        for (Gradients way : Gradients.values()) {
            LoomDesign design = design(picture, recipe(way).withWeave(order));
            Cloth cloth = Objects.requireNonNull(design.cloth());
            FloatBounds found = WeaveAnalysis.of(cloth.plan()).longest();
            FloatBounds most = cloth.structure().bounds();
            assertThat(found.warpFace()).as("%s in %s", way, kind).isLessThanOrEqualTo(most.warpFace());
            assertThat(found.warpBack()).as("%s in %s", way, kind).isLessThanOrEqualTo(most.warpBack());
            assertThat(found.weftFace()).as("%s in %s", way, kind).isLessThanOrEqualTo(most.weftFace());
            assertThat(found.weftBack()).as("%s in %s", way, kind).isLessThanOrEqualTo(most.weftBack());
        }
    }

    @Test
    void theWeaveDecidesWhatIsUsualForIt() {
        Picture picture = picture(SPHERE, 0, 8);
        Recipe usual = recipe(Gradients.AUTO);

        assertThat(design(picture, usual).gradients().used()).isEqualTo(Gradients.BANDS);
        assertThat(design(picture, usual.withStyle(Style.NONE)).gradients().used())
                .isNull();
        assertThat(Gradients.AUTO.settled(WeaveOrder.of(StructureKind.TAQUETE), true))
                .isEqualTo(Gradients.HATCH);
        assertThat(Gradients.AUTO.settled(WeaveOrder.of(StructureKind.SHADED_SATIN), true))
                .isEqualTo(Gradients.SATIN);
        assertThat(Gradients.AUTO.settled(WeaveOrder.of(StructureKind.DAMASK), true))
                .isEqualTo(Gradients.BANDS);
    }

    @Test
    void nearTonesAreMixedInTheUsualWayOfTheirWeave() {
        Scene grey = (x, y) -> new double[] {100 + 48 * x, 100 + 48 * x, 100 + 48 * x};
        Recipe woven = Recipe.faithful(2)
                .withStyle(REDRAWN)
                .withPalette(List.of(Rgb.parse("#6c6c6c"), Rgb.parse("#8a8a8a")))
                .withWeave(WeaveOrder.of(StructureKind.TAQUETE));

        assertThat(design(picture(grey, 0, 9), woven).gradients()).satisfies(use -> {
            assertThat(use.used()).isEqualTo(Gradients.HATCH);
            assertThat(use.share()).isPositive();
        });
    }

    /** Wedges of white in dark green are hairlines to a weaver. */
    @Test
    void coloursFarApartAreMixedOnlyWhereThatIsAskedFor() {
        Scene leaf = (x, y) -> new double[] {20 + 220 * x, 80 + 160 * x, 30 + 210 * x};
        Picture picture = picture(leaf, 0, 11);
        Recipe woven = Recipe.faithful(2)
                .withStyle(REDRAWN)
                .withPalette(List.of(Rgb.parse("#14501e"), Rgb.parse("#f0f0f0")))
                .withWeave(WeaveOrder.of(StructureKind.TAQUETE));

        assertThat(design(picture, woven).gradients().used()).isEqualTo(Gradients.BANDS);
        assertThat(design(picture, woven.withGradients(Gradients.HATCH))
                        .gradients()
                        .share())
                .isPositive();
    }

    /** Flat areas, one of them halfway between two colours, with sharp borders and a thin line. */
    @ParameterizedTest
    @EnumSource(
            value = Gradients.class,
            names = {"BANDS", "HATCH", "SATIN", "GRAIN"})
    void flatAreasEdgesAndLinesStayAsTheyAre(Gradients way) {
        Scene flat = (x, y) -> Math.abs(x - 0.3) < 0.003 ? grey(0) : grey(y < 0.5 ? x < 0.6 ? 0.33 : 0.75 : 0.95);
        Picture picture = picture(flat, 2, 9);
        Recipe asIs = recipe(Gradients.AUTO).withStyle(Style.NONE);

        LoomDesign design = design(picture, asIs.withGradients(way));

        assertThat(design.gradients().share()).isZero();
        assertThat(labels(design)).isEqualTo(labels(design(picture, asIs)));
    }

    @ParameterizedTest
    @EnumSource(Gradients.class)
    void theNumberOfWorkersChangesNothing(Gradients way) {
        Picture picture = picture(SPHERE, 3, 10);
        Recipe recipe = recipe(way).withWeave(WeaveOrder.of(StructureKind.TAQUETE));

        byte[] alone = labels(new LoomEngine(1).design(picture, recipe));

        assertThat(labels(new LoomEngine(3).design(picture, recipe))).isEqualTo(alone);
    }

    @ParameterizedTest
    @EnumSource(Gradients.class)
    void noColourIsLost(Gradients way) {
        for (Picture picture : ramps()) {
            int plain = design(picture, recipe(Gradients.AUTO).withStyle(Style.NONE))
                    .pointPaper()
                    .palette()
                    .size();
            int drawn = design(picture, recipe(way).withStyle(Style.NONE))
                    .pointPaper()
                    .palette()
                    .size();
            assertThat(drawn).isEqualTo(plain);
        }
    }

    private static byte[] labels(LoomDesign design) {
        return design.pointPaper().labels();
    }
}
