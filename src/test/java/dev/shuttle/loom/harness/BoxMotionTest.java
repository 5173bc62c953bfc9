package dev.shuttle.loom.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.harness.LoomPick.Flight;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where shuttles lie on a loom of two boxes on either side. */
class BoxMotionTest {
    private static final Boxes TWO_BY_TWO = new Boxes(2, 2);

    private static List<Flight> constant(int shuttles, int lines) {
        int[] picks = IntStream.range(0, shuttles * lines).toArray();
        return BoxMotion.of(
                IntStream.of(picks).map(i -> i % shuttles).toArray(),
                IntStream.of(picks).map(i -> i / shuttles).toArray(),
                TWO_BY_TWO);
    }

    @Test
    void threeShuttlesThatAreThrownOnEveryLineFlyForwardAndBack() {
        List<Flight> flights = constant(3, 10);

        assertThat(flights).allSatisfy(flight -> assertThat(flight.remark()).isEmpty());
        for (int pick = 3; pick < flights.size(); pick++) {
            assertThat(flights.get(pick).isFromLeft())
                    .isNotEqualTo(flights.get(pick - 3).isFromLeft());
            assertThat(flights.get(pick).box()).isEqualTo(flights.get(pick - 3).toBox());
        }
    }

    @Test
    void fourShuttlesFindNoEmptyBox() {
        assertThat(constant(4, 4))
                .anySatisfy(flight -> assertThat(flight.remark()).contains("no-empty-box"));
    }

    @Test
    void aShuttleThatIsThrownThreeLinesAndRestsIsLeftOnTheOtherSide() {
        int[] thrown = {0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0};
        int[] lines = {9, 9, 8, 8, 7, 7, 6, 5, 5, 4, 4, 3};

        List<Flight> flights = BoxMotion.of(thrown, lines, TWO_BY_TWO);

        assertThat(IntStream.range(0, thrown.length).filter(i -> flights.get(i).isOdd()))
                .containsExactly(5, 11);
    }
}
