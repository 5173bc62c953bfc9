package dev.shuttle.loom.yarn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Adobe's swatch exchange as a yarn card. */
final class SwatchCardTest {
    private static final byte[] CARD = new SwatchFile()
            .groupStart("桑蚕丝")
            .colour("朱红 17", "RGB ", 200 / 255.0, 16 / 255.0, 46 / 255.0)
            .groupEnd()
            .colour("paper", "Gray", 1)
            .colour("ink", "CMYK", 0, 0, 0, 1)
            .colour("process cyan", "CMYK", 1, 0, 0, 0)
            .bytes();

    @Test
    void everyColourIsReadInItsOrderThroughGroups() throws Exception {
        assertThat(YarnCard.read(CARD).yarns())
                .containsExactly(
                        new Yarn("朱红 17", Rgb.parse("#c8102e")),
                        new Yarn("paper", Rgb.WHITE),
                        new Yarn("ink", Rgb.BLACK),
                        new Yarn("process cyan", Rgb.parse("#00ffff")));
    }

    @Test
    void labSwatchesAreUnderD50() throws Exception {
        // sRGB red, green and blue under D50 by Bradford's adaptation, as Lindbloom's calculator gives them
        byte[] card = new SwatchFile()
                .colour("red", "LAB ", 0.542917, 80.8125, 69.8851)
                .colour("green", "LAB ", 0.878185, -79.2873, 80.9902)
                .colour("blue", "LAB ", 0.295676, 68.2986, -112.0294)
                .colour("white", "LAB ", 1, 0, 0)
                .bytes();

        assertThat(YarnCard.read(card).colours())
                .zipSatisfy(
                        Arrays.asList(Rgb.of(0xff0000), Rgb.of(0x00ff00), Rgb.of(0x0000ff), Rgb.WHITE),
                        (read, meant) -> assertThat(Lab.of(read).difference(Lab.of(meant)))
                                .isLessThan(0.5));
    }

    @Test
    void aFileCutAnywhereIsToldAsSuchAndNeverHalfRead() {
        for (int length = 12; length < CARD.length; length++) {
            byte[] cut = Arrays.copyOf(CARD, length);
            assertThatThrownBy(() -> YarnCard.read(cut))
                    .as("%d bytes of %d", length, CARD.length)
                    .asInstanceOf(type(YarnCardException.class))
                    .extracting(YarnCardException::code)
                    .isEqualTo("TRUNCATED_CARD");
        }
    }

    @Test
    void anUnknownColourModelIsToldWithItsBlock() {
        byte[] card = new SwatchFile()
                .colour("a", "RGB ", 1, 1, 1)
                .colour("b", "HSB ", 1, 1, 1)
                .bytes();

        assertThatThrownBy(() -> YarnCard.read(card))
                .asInstanceOf(type(YarnCardException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo("BAD_YARN"))
                .satisfies(e -> assertThat(e.message()).contains("block 2", "HSB"));
    }

    @Test
    void aShareThatIsNoneIsToldWithItsBlock() {
        byte[] card = new SwatchFile().colour("a", "RGB ", 1, Double.NaN, 1).bytes();

        assertThatThrownBy(() -> YarnCard.read(card)).hasMessageContaining("block 1");
    }

    @Test
    void aHugeCountOfBlocksThatAreNotThereCostsNothing() {
        byte[] card = CARD.clone();
        Arrays.fill(card, 8, 12, (byte) 0xff);

        assertThatThrownBy(() -> YarnCard.read(card))
                .asInstanceOf(type(YarnCardException.class))
                .extracting(YarnCardException::code)
                .isEqualTo("TRUNCATED_CARD");
    }

    @Test
    void anotherVersionIsNotGuessedAt() {
        byte[] card = CARD.clone();
        card[5] = 2;

        assertThatThrownBy(() -> YarnCard.read(card)).hasMessageContaining("version 2");
    }
}
