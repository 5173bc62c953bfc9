package dev.shuttle.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void numbersAreAsLongAsTheyNeedToBe() {
        assertThat(Figure.decimal(58.400, 2)).isEqualTo("58.4");
        assertThat(Figure.decimal(100, 2)).isEqualTo("100");
        assertThat(Figure.decimal(-0.001, 2)).isEqualTo("0");
        assertThat(Figure.count(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void bytesAndTimesTakeTheUnitThatReadsBest() {
        assertThat(List.of(Figure.bytes(734), Figure.bytes(45_678), Figure.bytes(1_234_567)))
                .containsExactly("734 B", "46 kB", "1.2 MB");
        assertThat(List.of(Figure.duration(999), Figure.duration(9_335))).containsExactly("999 ms", "9.34 s");
    }

    @Test
    void aColourThatIsThereNeverShowsAsNothing() {
        assertThat(Figure.percent(0.000_01)).isEqualTo("< 0.1 %");
        assertThat(Figure.percent(0.412_345)).isEqualTo("41.2 %");
        assertThat(Figure.percent(0)).isEqualTo("0.0 %");
    }
}
