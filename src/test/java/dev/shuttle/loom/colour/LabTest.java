package dev.shuttle.loom.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTest {
    /** Pairs of Sharma, Wu and Dalal (2005), table 1, which try out the corners of the formula. */
    @ParameterizedTest
    @CsvSource({
        "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
        "50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000",
        "50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792",
        "50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195",
        "50, 2.5, 0, 73, 25, -18, 27.1492",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void ciede2000AgreesWithThePublishedPairs(
            double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
        Lab one = new Lab(l1, a1, b1);
        Lab other = new Lab(l2, a2, b2);
        assertThat(one.difference(other)).isCloseTo(expected, within(5e-5));
        assertThat(other.difference(one)).isCloseTo(expected, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"#ffffff, 100, 0, 0", "#000000, 0, 0, 0", "#ff0000, 53.24, 80.09, 67.20"})
    void labOfKnownColours(String hex, double l, double a, double b) {
        Lab lab = Lab.of(Rgb.parse(hex));
        assertThat(lab.lightness()).isCloseTo(l, within(0.01));
        assertThat(lab.a()).isCloseTo(a, within(0.02));
        assertThat(lab.b()).isCloseTo(b, within(0.02));
    }

    @Test
    void aColourComesBackFromItsLab() {
        for (int packed = 0; packed < 1 << 24; packed += 4321) {
            assertThat(Lab.of(Rgb.of(packed)).rgb()).isEqualTo(Rgb.of(packed));
        }
    }

    @Test
    void whatNoScreenShowsIsCutOff() {
        assertThat(new Lab(50, 0, -128).rgb().blue()).isEqualTo(255);
        assertThat(new Lab(0, 0, 0).rgb()).isEqualTo(Rgb.BLACK);
        assertThat(new Lab(100, 0, 0).rgb()).isEqualTo(Rgb.WHITE);
    }
}
