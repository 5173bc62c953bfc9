package dev.shuttle.loom.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The patterns in the order of weaving, X is up. */
class HookPatternTest {
    private static List<String> woven(HookPattern pattern, int hooks) {
        BitGrid plan = pattern.plan(hooks).upsideDown();
        return IntStream.range(0, plan.rows())
                .mapToObj(pick -> IntStream.range(0, hooks)
                        .mapToObj(hook -> plan.get(pick, hook) ? "X" : ".")
                        .reduce("", String::concat))
                .toList();
    }

    @Test
    void downLiftsNoHookAndUpLiftsAll() {
        assertThat(woven(HookPattern.DOWN, 5)).hasSize(8).containsOnly(".....");
        assertThat(woven(HookPattern.UP, 5)).hasSize(8).containsOnly("XXXXX");
    }

    @Test
    void plainBeginsWithTheOddHooks() {
        assertThat(woven(HookPattern.PLAIN, 5)).startsWith("X.X.X", ".X.X.").hasSize(8);
    }

    @Test
    void halvesLiftTheLeftHalfAndThenTheRight() {
        List<String> woven = woven(HookPattern.HALVES, 6);

        assertThat(woven.subList(0, 8)).containsOnly("XXX...");
        assertThat(woven.subList(8, 16)).containsOnly("...XXX");
    }

    @Test
    void theDiagonalLiftsEachHookOnItsOwnPick() {
        assertThat(woven(HookPattern.DIAGONAL, 4)).containsExactly("X...", ".X..", "..X.", "...X");
    }

    @Test
    void theRulerLiftsEveryTenthHundredthAndThousandth() {
        BitGrid plan = HookPattern.RULER.plan(2640).upsideDown();

        assertThat(plan.ones(0)).isEqualTo(264);
        assertThat(plan.get(0, 9)).isTrue();
        assertThat(plan.ones(8)).isEqualTo(26);
        assertThat(plan.get(8, 99)).isTrue();
        assertThat(plan.ones(16)).isEqualTo(2);
        assertThat(plan.get(16, 1999)).isTrue();
    }

    @Test
    void theNumberOfAHookIsReadFromTheLiftsOfItsDigits() {
        BitGrid plan = HookPattern.NUMBERS.plan(2640).upsideDown();

        assertThat(plan.rows()).isEqualTo(12 * 8);
        for (int hook = 1; hook <= 2640; hook++) {
            int number = 0;
            for (int digit = 0; digit < 12; digit++) {
                boolean one = plan.get(8 * digit, hook - 1);
                assertThat(plan.get(8 * digit + 4, hook - 1)).isEqualTo(!one);
                number |= one ? 1 << digit : 0;
            }
            assertThat(number).isEqualTo(hook);
        }
    }
}
