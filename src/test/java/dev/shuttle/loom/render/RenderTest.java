package dev.shuttle.loom.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.Fabric;
import dev.shuttle.loom.LoomDesign;
import dev.shuttle.loom.LoomEngine;
import dev.shuttle.loom.Pictures;
import dev.shuttle.loom.Recipe;
import dev.shuttle.loom.Repeat;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenderTest {
    private static final LoomDesign BROCADE = new LoomEngine(1)
            .design(Pictures.photo(300, 200), Recipe.faithful(6).withFabric(Fabric.ofDensity(58.4, 21)));

    @Test
    void thePreviewHasTheProportionOfTheCloth() {
        assertThat(BROCADE.pointPaper().lines()).isLessThan(80);
        BufferedImage preview = Preview.of(BROCADE.pointPaper(), 900);
        assertThat(preview.getWidth() / (double) preview.getHeight()).isCloseTo(1.5, within(0.03));
    }

    @Test
    void sourceAndResultLieSideBySideAtTheSameSize() {
        BufferedImage sheet = Comparison.of(BROCADE, 300);
        assertThat(sheet.getWidth()).isGreaterThan(2 * 300);
        int left = sheet.getRGB(12 + 20, 12 + 100);
        int right = sheet.getRGB(24 + 300 + 20, 12 + 100);
        assertThat(Math.abs((left >> 8 & 255) - (right >> 8 & 255))).isLessThan(60);
    }

    @ParameterizedTest
    @EnumSource(Repeat.class)
    void nineRepeatsAreShown(Repeat repeat) {
        BufferedImage sheet = RepeatPicture.of(BROCADE.pointPaper(), repeat, 600);
        int w = sheet.getWidth() / 3;
        int h = sheet.getHeight() / 3;
        int middle = sheet.getRGB(w + w / 4, h + h / 4);
        int expected = switch (repeat) {
            case NONE, STRAIGHT -> sheet.getRGB(w / 4, h / 4);
            case HALF_DROP -> sheet.getRGB(w / 4, h / 4 + h - h / 2);
            case MIRROR -> sheet.getRGB(w - 1 - w / 4, h - 1 - h / 4);
        };
        assertThat(middle).isEqualTo(expected);
    }
}
