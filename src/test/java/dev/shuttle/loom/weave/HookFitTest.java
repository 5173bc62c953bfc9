package dev.shuttle.loom.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A repeat on a machine of so many hooks. */
class HookFitTest {
    @ParameterizedTest
    @CsvSource({
        // hooks, wished, repeat of the weave, ends said, width
        "2640, 1320, 8, true, 1320",
        "2640, 1280, 8, true, 1280",
        "2640, 1280, 8, false, 1320",
        "2640, 1000, 8, false, 1000",
        "2688, 1376, 8, false, 1344",
        "1080, 1200, 60, false, 1080",
        "100, 240, 60, true, 60",
        "40, 60, 60, false, 60"
    })
    void aWidthInCentimetresGivesALittleAndOneInEndsDoesNot(
            int hooks, int wished, int repeat, boolean exact, int width) {
        assertThat(HookFit.width(hooks, wished, repeat, exact)).isEqualTo(width);
    }

    @Test
    void aWidthIsAMultipleOfTheWeaveAndNoWiderThanTheMachine() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2000; i++) {
            int repeat = random.nextInt(1, 61);
            int hooks = random.nextInt(repeat, 6000);
            int wished = repeat * random.nextInt(1, 100);
            int width = HookFit.width(hooks, wished, repeat, random.nextBoolean());
            String what = hooks + " hooks, " + wished + " wished, repeat " + repeat;
            assertThat(width % repeat).as(what).isZero();
            assertThat(width).as(what).isBetween(repeat, hooks);
        }
    }

    @Test
    void theNearestWidthsLeaveNoHookIdleAndNoneBetweenThemDoes() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 300; i++) {
            int repeat = random.nextInt(1, 25);
            int hooks = random.nextInt(100, 3000);
            int wished = random.nextInt(1, hooks);
            for (int width : HookFit.nearest(hooks, wished, repeat)) {
                assertThat(HookFit.of(hooks, width).idle()).isZero();
                for (int between = Math.min(width, wished) + 1; between < Math.max(width, wished); between++) {
                    assertThat(hooks % between == 0 && between % repeat == 0).isFalse();
                }
            }
        }
    }
}
