package dev.shuttle.loom.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.Tiling;
import dev.shuttle.loom.work.RowBands;
import java.awt.image.BufferedImage;
import java.util.List;
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
    void everyLineOfThePaperIsAsHighAsTheOthers() {
        PointPaper stripes = stripes(new Density(58.4, 21));
        BufferedImage preview = Preview.of(stripes, 60);
        double[] light = new double[2];
        for (int y = 0; y < preview.getHeight(); y++) {
            double place = (y + 0.5) * stripes.lines() / preview.getHeight();
            light[(int) place % 2] += (preview.getRGB(0, y) & 255) / 255.0 / stripes.lines() * 2;
        }
        assertThat(light[0]).isLessThan(0.25 * light[1]);
    }

    @Test
    void severalCellsOnOnePixelMixAsLightDoes() {
        BufferedImage preview = Preview.of(stripes(Density.SQUARE), 2);
        assertThat(preview.getRGB(0, 0) & 255).isCloseTo(188, within(2)); // half the light of white, coded
    }

    @Test
    void largeCellsAreSetOffAlikeBothWays() {
        BufferedImage preview = Preview.of(stripes(Density.SQUARE), 160);
        int side = preview.getHeight() / 8;
        for (int i = 0; i < side; i++) {
            assertThat(preview.getRGB(i, side + side / 2)).isEqualTo(preview.getRGB(side / 2, side + i));
        }
        assertThat(preview.getRGB(0, side + side / 2) & 255)
                .isLessThan(preview.getRGB(side / 2, side + side / 2) & 255);
    }

    @Test
    void aSmallPaperIsNoLargerThanItsCellsCanBeSeen() {
        BufferedImage preview = Preview.of(stripes(Density.SQUARE), 2400);
        assertThat(preview.getWidth()).isEqualTo(80);
        assertThat(preview.getHeight()).isEqualTo(80);
    }

    @Test
    void aComparisonIsAsLargeAsItsSource() {
        BufferedImage sheet = Comparison.of(Pictures.photo(400, 400), stripes(Density.SQUARE), 2400, new RowBands(1));
        assertThat(sheet.getWidth()).isEqualTo(2 * 400 + 3 * 12);
    }

    @Test
    void everyCellOfAColourLooksTheSame() {
        BufferedImage preview = Preview.of(stripes(Density.SQUARE), 80);
        for (int cell = 0; cell < 64; cell++) {
            int[] shown = preview.getRGB(cell % 8 * 10, cell / 8 * 10, 10, 10, null, 0, 10);
            assertThat(shown).isEqualTo(preview.getRGB(0, cell / 8 % 2 * 10, 10, 10, null, 0, 10));
        }
    }

    private static PointPaper stripes(Density density) {
        byte[] labels = new byte[64];
        for (int i = 0; i < 64; i++) {
            labels[i] = (byte) (i / 8 % 2);
        }
        Palette palette = new Palette(List.of(
                new PaletteColour(0, Rgb.of(0x000000), 32, 0.5), new PaletteColour(1, Rgb.of(0xffffff), 32, 0.5)));
        return new PointPaper(8, 8, labels, palette, density);
    }

    @Test
    void sourceAndResultLieSideBySideAtTheSameSize() {
        BufferedImage sheet = Comparison.of(BROCADE, 300, new RowBands(2));
        assertThat(sheet.getWidth()).isGreaterThan(2 * 300);
        int left = sheet.getRGB(12 + 20, 12 + 100);
        int right = sheet.getRGB(24 + 300 + 20, 12 + 100);
        assertThat(Math.abs((left >> 8 & 255) - (right >> 8 & 255))).isLessThan(60);
    }

    @ParameterizedTest
    @EnumSource(Repeat.class)
    void nineRepeatsAndMoreAreShownAsTheyLieOnTheCloth(Repeat repeat) {
        BufferedImage sheet = RepeatPicture.of(BROCADE.pointPaper(), repeat, 600, new RowBands(2));
        int w = sheet.getWidth() / Math.max(3, repeat.widths());
        int h = sheet.getHeight() / Math.max(3, repeat.heights());
        Tiling tiling = repeat.tiling(w, h);
        for (int y = 0; y < sheet.getHeight(); y += 7) {
            for (int x = 0; x < sheet.getWidth(); x += 5) {
                int cell = tiling.cell(x, y);
                assertThat(sheet.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(sheet.getRGB(cell % w, cell / w));
            }
        }
    }
}
