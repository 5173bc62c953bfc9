package dev.shuttle.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoomTest {
    @Test
    void whatCouldNotBeMeasuredIsLeftOutAndNeverWrittenAsNaN() {
        assertThat(new Fidelity(Double.NaN, 1.005, Double.POSITIVE_INFINITY, null))
                .isEqualTo(new Fidelity(null, 1.01, null, null));
        assertThatThrownBy(() -> new Swatch(0, "#000000", List.of(), Double.NaN, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCellIsAsWideToItsHeightAsLinesAreToEnds() {
        Loom kujin = Loom.of(584, 210, List.of()).density(58.4, 21).build();

        assertThat(kujin.widthCm()).isEqualTo(10);
        assertThat(kujin.heightCm()).isEqualTo(10);
        assertThat(kujin.cellAspect() * kujin.ends() / kujin.lines()).isEqualTo(1);
        assertThat(Loom.of(3, 2, List.of()).build().cellAspect()).isEqualTo(1);
    }
}
