package dev.shuttle.loom.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitGridTest {
    @ParameterizedTest
    @CsvSource({"1,1", "3,200", "64,64", "65,63", "130,67", "200,1"})
    void rowsBecomeColumns(int rows, int columns) {
        Random random = new Random(rows);
        BitGrid grid = new BitGrid(rows, columns);
        for (int i = 0; i < rows * columns / 2; i++) {
            grid.set(random.nextInt(rows), random.nextInt(columns));
        }

        BitGrid turned = grid.transposed();

        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                assertThat(turned.get(column, row)).isEqualTo(grid.get(row, column));
            }
        }
        assertThat(turned.transposed()).isEqualTo(grid);
    }

    @ParameterizedTest
    @CsvSource({"1", "63", "64", "65", "100"})
    void aWordBeyondTheLastColumnIsLeftOut(int columns) {
        BitGrid grid = new BitGrid(2, columns);
        grid.setWord(1, (columns - 1) / 64, -1L);
        assertThat(grid.ones(1)).isEqualTo((columns - 1) % 64 + 1);
        assertThat(grid.ones(0)).isZero();
    }
}
