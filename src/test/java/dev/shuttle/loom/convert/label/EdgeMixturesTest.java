package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EdgeMixturesTest {
    private static final List<Rgb> WHITE_GREY_BLACK =
            Stream.of(0xffffff, 0x808080, 0x000000).map(Rgb::of).toList();
    private static final List<Rgb> WHITE_RED_BLACK =
            Stream.of(0xffffff, 0xc02020, 0x000000).map(Rgb::of).toList();

    /** Rows of columns as written, 0 to 2, 60 rows of them. */
    private static boolean[] mixtures(String row, List<Rgb> colours) {
        byte[] labels = new byte[60 * row.length()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (row.charAt(i % row.length()) - '0');
        }
        return EdgeMixtures.of(labels, row.length(), colours, new RowBands(2));
    }

    @Test
    void greyBetweenWhiteAndBlackIsAMixture() {
        assertThat(mixtures("000000001222222222100000000", WHITE_GREY_BLACK)).containsExactly(false, true, false);
    }

    @Test
    void aColourOfItsOwnBetweenThemIsNone() {
        assertThat(mixtures("000000001222222222100000000", WHITE_RED_BLACK)).containsOnly(false);
    }

    @Test
    void aGreyLineOnAWhiteGroundIsNone() {
        assertThat(mixtures("000000001000002222222222222", WHITE_GREY_BLACK)).containsOnly(false);
    }

    @Test
    void aGreyAreaThatTouchesBothIsNone() {
        assertThat(mixtures("000000001111111111112222222", WHITE_GREY_BLACK)).containsOnly(false);
    }
}
