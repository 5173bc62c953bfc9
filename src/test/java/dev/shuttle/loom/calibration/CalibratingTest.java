package dev.shuttle.loom.calibration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Calibration;
import dev.shuttle.loom.design.MixingLaw;
import dev.shuttle.loom.design.StructureKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the patches of a cloth whose yarns and mixtures are others than the card says, both are found. */
class CalibratingTest {
    private static final List<Rgb> CARD = Stream.of("#f3ead3", "#b4182a", "#1e3f6e", "#e2b21a", "#3c8464", "#3a2a22")
            .map(Rgb::parse)
            .toList();

    /** A cloth as a colorimeter sees it. */
    private static List<MeasuredPatch> cloth(MixingLaw law, double noise, long seed) {
        RandomGenerator random = new Random(seed);
        Map<Rgb, double[]> lights = new HashMap<>();
        for (Rgb yarn : CARD) {
            double[] light = Lab.of(yarn).linear();
            for (int channel = 0; channel < 3; channel++) {
                light[channel] = Math.min(0.95, light[channel] * (0.6 + 0.3 * random.nextDouble()) + 0.01);
            }
            lights.put(yarn, light);
        }
        List<MeasuredPatch> patches = new ArrayList<>();
        for (int a = 0; a < CARD.size(); a++) {
            for (int b = a; b < CARD.size(); b++) {
                List<Rgb> yarns = a == b ? List.of(CARD.get(a)) : List.of(CARD.get(a), CARD.get(b));
                List<Double> shares = yarns.stream()
                        .map(yarn -> yarn.equals(CARD.get(0)) ? 0.8 : 0.08)
                        .toList();
                patches.add(patch(patches.size() + 1, yarns, shares, law, lights, noise, random));
            }
        }
        return patches;
    }

    private static MeasuredPatch patch(
            int number,
            List<Rgb> yarns,
            List<Double> shares,
            MixingLaw law,
            Map<Rgb, double[]> lights,
            double noise,
            RandomGenerator random) {
        MeasuredPatch shape = new MeasuredPatch(
                number, number + 1, StructureKind.LAMPAS, CARD.get(0), yarns, shares, new Lab(0, 0, 0));
        double[] sum = new double[3];
        shape.weights(law).forEach((yarn, weight) -> {
            for (int channel = 0; channel < 3; channel++) {
                sum[channel] += weight * law.measure(Objects.requireNonNull(lights.get(yarn))[channel]);
            }
        });
        Lab seen = Lab.ofLinear(law.light(sum[0]), law.light(sum[1]), law.light(sum[2]));
        Lab measured = new Lab(
                seen.lightness() + noise * random.nextGaussian(),
                seen.a() + noise * random.nextGaussian(),
                seen.b() + noise * random.nextGaussian());
        return new MeasuredPatch(number, number + 1, StructureKind.LAMPAS, CARD.get(0), yarns, shares, measured);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 2, 2", "1.6, 1.8, 3", "0.7, 1.4, 4", "2, 2.6, 5"})
    void mixturesThatWereNotMeasuredArePredictedMuchBetterThanByTheCard(double spread, double n, long seed)
            throws CalibrationException {
        Calibrating found = Calibrating.of("silk", cloth(new MixingLaw(spread, n), 0.3, seed));

        Calibration.Quality quality = found.calibration().quality();
        assertThat(quality.leftOut())
                .as("seed " + seed + ": " + quality)
                .isLessThan(1.6)
                .isLessThan(quality.before() / 4);
        assertThat(quality.fitted()).isLessThanOrEqualTo(quality.leftOut());
        assertThat(found.doubtful()).isEmpty();
    }

    @Test
    void theLawOfTheClothIsFound() throws CalibrationException {
        Calibrating found = Calibrating.of("silk", cloth(new MixingLaw(1, 2), 0.05, 6));

        assertThat(found.calibration().law().n()).isCloseTo(2, within(0.25));
    }

    @Test
    void aMistypedPatchIsNamed() throws CalibrationException {
        List<MeasuredPatch> patches = new ArrayList<>(cloth(new MixingLaw(1, 1.5), 0.2, 7));
        MeasuredPatch good = patches.get(9);
        patches.set(
                9,
                new MeasuredPatch(
                        good.number(),
                        good.line(),
                        good.structure(),
                        good.warp(),
                        good.yarns(),
                        good.warpShares(),
                        new Lab(95, 40, 40)));

        assertThat(Calibrating.of("silk", patches).doubtful()).first().isEqualTo(patches.get(9));
    }

    @Test
    void twoPatchesAreTooFew() {
        List<MeasuredPatch> two = cloth(MixingLaw.PLAIN, 0, 8).subList(0, 2);

        assertThatThrownBy(() -> Calibrating.of("silk", two))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("too few");
    }

    private static PatchTable read(String text) throws CalibrationException {
        return PatchTable.read(text.getBytes(UTF_8), null);
    }

    private static final String HEADER =
            "patch,structure,warp_hex,yarn_hex,warp_share,measured_L,measured_a,measured_b,measured_under\n";

    @Test
    void aEuropeanSpreadsheetsTableIsRead() throws CalibrationException {
        PatchTable table = read("\ufeff" + HEADER.replace(',', ';')
                + "1;lampas;#ffffff;#112233 #445566;0,8 0,0476;52,3;-4,5;\u22121,25;D50/2\r\n"
                + "2;lampas;#ffffff;#112233;0,8;;;;\r\n");

        assertThat(table.left()).isEqualTo(1);
        assertThat(table.viewing()).isEqualTo(Viewing.D50_2);
        MeasuredPatch patch = table.patches().get(0);
        assertThat(patch.warpShares()).containsExactly(0.8, 0.0476);
        assertThat(patch.measured()).isEqualTo(Lab.underD50(52.3, -4.5, -1.25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,lampas,#ffffff,#112233,0.8,52.3,,4,",
                "1,lampas,#ffffff,#112233,0.8,5Z.3,1,4,",
                "1,lampas,#ffffff,#112233,0.8,523,1,4,",
                "1,lampas,#ffffff,#112233,0.8,52,-300,4,",
                "1,lampas,#ffffff,#11223,0.8,52,1,4,",
                "1,linen,#ffffff,#112233,0.8,52,1,4,",
                "1,lampas,#ffffff,#112233,0.8,52,1,4,sunlight",
                "1,lampas,#ffffff,#112233,0.8 0.2,52,1,4,",
                "2,lampas,#ffffff,#112233,0.8,52,1,4,\n2,lampas,#ffffff,#112233,0.8,52,1,4,"
            })
    void aMistakeIsRefusedWithItsLine(String row) {
        assertThatThrownBy(() -> read(HEADER + row))
                .isInstanceOf(CalibrationException.class)
                .hasMessageMatching("(?s)line [23]: .*");
    }

    @Test
    void aTableOfAnotherKindSaysWhichColumnsItLacks() {
        assertThatThrownBy(() -> read("name,hex\nred,#ff0000\n"))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("measured_l");
    }
}
