package dev.shuttle.loom.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.cloth.YarnRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadSpacingTest {
    @Test
    void threadsThatAreAllAlikeLieOneBesideTheOther() {
        assertThat(ThreadSpacing.EVEN.start(7)).isEqualTo(7);
        assertThat(ThreadSpacing.EVEN.thread(7.25)).isEqualTo(7);
        assertThat(ThreadSpacing.EVEN.within(7, 7.25)).isEqualTo(0.25f);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 0", "5, 4", "5, 0", "9, 8"})
    void aBinderIsFinerThanAMainAndEveryPlaceHasItsThread(int group, int binder) {
        ThreadSpacing spacing = new ThreadSpacing(group, binder);
        for (int thread = 0; thread < 3 * group; thread++) {
            double width = spacing.start(thread + 1) - spacing.start(thread);
            assertThat(width)
                    .as("thread %s", thread)
                    .isCloseTo(thread % group == binder ? YarnRules.BINDER_WIDTH : 1, within(1e-9));
            for (double part : new double[] {0.01, 0.5, 0.99}) {
                double place = spacing.start(thread) + part * width;
                assertThat(spacing.thread(place)).as("place %s", place).isEqualTo(thread);
                assertThat(spacing.within(thread, place)).isCloseTo((float) part, within(1e-4f));
            }
        }
    }
}
