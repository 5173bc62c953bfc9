package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MixingTest {
    private static final int WHITE = 0xffffff;
    private static final int BLUE = 0x2030a0;
    private static final int RED = 0xc02020;

    @ParameterizedTest
    @EnumSource
    void everyShareOfTwoColoursIsAMixtureOfThem(Mixing mixing) {
        for (int percent = 0; percent <= 100; percent += 5) {
            int mixed = Sketch.mixed(WHITE, BLUE, percent / 100.0);
            assertThat(mixing.isMixture(mixed, WHITE, BLUE))
                    .as("%d %%", percent)
                    .isTrue();
            assertThat(mixing.isMixture(mixed, BLUE, WHITE))
                    .as("%d %%", percent)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aThirdColourIsNoMixture(Mixing mixing) {
        assertThat(mixing.isMixture(RED, WHITE, BLUE)).isFalse();
        assertThat(mixing.isMixture(0x20a040, RED, BLUE)).isFalse();
    }

    /** Ringing beside an edge, which no renderer makes. */
    @Test
    void aJpegMayBeBrighterThanBothSides() {
        assertThat(Mixing.COMPRESSED.isMixture(0x9c9c9c, 0x808080, 0x202020)).isTrue();
        assertThat(Mixing.RENDERED.isMixture(0x9c9c9c, 0x808080, 0x202020)).isFalse();
        assertThat(Mixing.COMPRESSED.isMixture(0xc0c0c0, 0x808080, 0x202020)).isFalse();
    }
}
