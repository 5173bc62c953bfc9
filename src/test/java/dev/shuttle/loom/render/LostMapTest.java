package dev.shuttle.loom.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.image.Picture;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the cloth shows in another colour is seen at its place. */
class LostMapTest {
    private static final int RED = 0xffd01020;

    /** Six bars in colours that nobody takes for one another. */
    private static BufferedImage map(List<Rgb> palette) {
        int[] bars = {0xd01818, 0xf0e8d0, 0x1850a0, 0xe0b020, 0x206838, 0x101010};
        Picture picture = Picture.blank(120, 40);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 120; x++) {
                picture.set(x, y, bars[x / 20]);
            }
        }
        Recipe recipe =
                Recipe.faithful(6).withPalette(palette).withWeave(new WeaveOrder(StructureKind.TAQUETE, null, 3, null));
        LoomDesign design = new LoomEngine(1).design(picture, recipe);
        BufferedImage map = LostMap.of(Objects.requireNonNull(design.cloth()), design.pointPaper());
        assertThat(map.getWidth()).isEqualTo(design.pointPaper().ends());
        assertThat(map.getHeight()).isEqualTo(design.pointPaper().lines());
        return map;
    }

    private static double red(BufferedImage map) {
        int red = 0;
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                red += map.getRGB(x, y) == RED ? 1 : 0;
            }
        }
        return (double) red / (map.getWidth() * map.getHeight());
    }

    @Test
    void sixFixedColoursOfThreeWeftsLoseWhatHasNoYarn() {
        List<Rgb> card = List.of(
                Rgb.parse("#d01818"),
                Rgb.parse("#f0e8d0"),
                Rgb.parse("#1850a0"),
                Rgb.parse("#e0b020"),
                Rgb.parse("#206838"),
                Rgb.parse("#101010"));

        assertThat(red(map(card))).isBetween(0.2, 0.6);
    }

    @Test
    void aPaperInTheColoursOfItsClothLosesNothing() {
        assertThat(red(map(List.of()))).isZero();
    }
}
