package dev.shuttle.loom.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.cloth.YarnRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YarnSpacingTest {
    @Test
    void threadsThatAreAllAlikeLieOneBesideTheOther() {
        assertThat(YarnSpacing.EVEN.start(7)).isEqualTo(7);
        assertThat(YarnSpacing.EVEN.yarn(7.25)).isEqualTo(7);
        assertThat(YarnSpacing.EVEN.within(7, 7.25)).isEqualTo(0.25f);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 0", "5, 4", "5, 0", "9, 8"})
    void aBinderIsFinerThanAMainAndEveryPlaceHasItsThread(int group, int binder) {
        YarnSpacing spacing = new YarnSpacing(group, binder);
        for (int yarn = 0; yarn < 3 * group; yarn++) {
            double width = spacing.start(yarn + 1) - spacing.start(yarn);
            assertThat(width)
                    .as("yarn %s", yarn)
                    .isCloseTo(yarn % group == binder ? YarnRules.BINDER_WIDTH : 1, within(1e-9));
            for (double part : new double[] {0.01, 0.5, 0.99}) {
                double place = spacing.start(yarn) + part * width;
                assertThat(spacing.yarn(place)).as("place %s", place).isEqualTo(yarn);
                assertThat(spacing.within(yarn, place)).isCloseTo((float) part, within(1e-4f));
            }
        }
    }
}
