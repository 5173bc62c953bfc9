package dev.shuttle.loom.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClothPictureTest {
    private static final Rgb RED = Rgb.parse("#b02030");
    private static final Rgb BLUE = Rgb.parse("#2040a0");

    /** Red on the left, blue on the right; twice as many ends as lines in a cm. */
    private static PointPaper halves() {
        byte[] labels = new byte[120 * 120];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 120 < 60 ? 0 : 1);
        }
        Palette palette =
                new Palette(List.of(new PaletteColour(0, RED, 7200, 0.5), new PaletteColour(1, BLUE, 7200, 0.5)));
        return new PointPaper(120, 120, labels, palette, new Density(40, 20));
    }

    private static Cloth cloth(PointPaper paper, StructureKind kind) {
        return Cloth.of(paper, Repeat.NONE, WeaveOrder.of(kind).settled(2, false));
    }

    private static ClothPicture picture(Cloth cloth, PointPaper paper) {
        return new ClothPicture(cloth, paper, 240, new RowBands(2));
    }

    private static Lab mean(BufferedImage image, double from, double to) {
        double[] sum = new double[3];
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = (int) (from * image.getWidth()); x < (int) (to * image.getWidth()); x++) {
                for (int i = 0; i < 3; i++) {
                    sum[i] += image.getRGB(x, y) >> (16 - 8 * i) & 255;
                }
                count++;
            }
        }
        return Lab.of(new Rgb((int) sum[0] / count, (int) sum[1] / count, (int) sum[2] / count));
    }

    @ParameterizedTest
    @EnumSource(
            value = StructureKind.class,
            names = {"WEFT_BACKED", "TAQUETE", "SAMITUM", "JIN", "LAMPAS", "BROCADE"})
    void theFaceShowsTheDesignAndTheBackTheOtherColour(StructureKind kind) {
        PointPaper paper = halves();
        Cloth cloth = cloth(paper, kind);
        BufferedImage front = picture(cloth, paper).front();
        assertThat(mean(front, 0.05, 0.45).a())
                .isGreaterThan(mean(front, 0.55, 0.95).a() + 15);
        assertThat(mean(front, 0.05, 0.45).b())
                .isGreaterThan(mean(front, 0.55, 0.95).b() + 25);
        if (kind == StructureKind.WEFT_BACKED || kind == StructureKind.TAQUETE || kind == StructureKind.SAMITUM) {
            // Turned over like a page, what was left lies right, and behind the red there lies the blue.
            BufferedImage back = picture(cloth, paper).back(240);
            assertThat(mean(back, 0.05, 0.45).b())
                    .isGreaterThan(mean(back, 0.55, 0.95).b() + 20);
        }
    }

    @Test
    void theProportionIsTheCloths() {
        PointPaper paper = halves();
        BufferedImage front = picture(cloth(paper, StructureKind.LAMPAS), paper).front();
        // 3 cm by 6 cm.
        assertThat((double) front.getHeight() / front.getWidth()).isCloseTo(2, within(0.01));
    }

    /** Half a warp in white over black: from afar half the light, which is lighter than the middle of the code. */
    @Test
    void fromAfarAWeaveHasTheLightOfItsYarns() {
        Picture near = Picture.blank(100, 60);
        for (int y = 0; y < 60; y++) {
            for (int x = y % 2; x < 100; x += 2) {
                near.set(x, y, 0xffffff);
            }
        }
        Picture far = FarView.of(near, 25, 20);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 25; x++) {
                assertThat(far.rgb(x, y) & 255).isCloseTo(188, within(1));
            }
        }
    }

    @Test
    void theSmallPictureIsTheClothsAndNotThePapers() {
        PointPaper paper = halves();
        Cloth cloth = cloth(paper, StructureKind.DAMASK);
        ClothPicture picture = picture(cloth, paper);
        BufferedImage small = picture.far(60);
        assertThat(small.getHeight()).isEqualTo(60);
        assertThat(mean(small, 0.05, 0.45).difference(mean(picture.front(), 0.05, 0.45)))
                .isLessThan(6);
    }

    @Test
    void theSameClothIsDrawnTheSame() {
        PointPaper paper = halves();
        BufferedImage one = picture(cloth(paper, StructureKind.SAMITUM), paper).threads(200, 200);
        BufferedImage other =
                picture(cloth(paper, StructureKind.SAMITUM), paper).threads(200, 200);
        assertThat(one.getData().getDataBuffer().getSize()).isPositive();
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                assertThat(one.getRGB(x, y)).isEqualTo(other.getRGB(x, y));
            }
        }
    }

    @Test
    void noFloatIsRedWhereTheStructureProvesItsLimit() {
        PointPaper paper = halves();
        BufferedImage map = FloatMap.of(cloth(paper, StructureKind.LAMPAS));
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                assertThat(map.getRGB(x, y) & 0xffffff).isIn(0xffffff, 0xd0d0d0);
            }
        }
    }

    @Test
    void floatsOverALimitThatCannotBeKeptAreRed() {
        PointPaper paper = halves();
        WeaveOrder order = new WeaveOrder(StructureKind.LAMPAS, null, 2, 3).settled(2, false);
        Cloth cloth = Cloth.of(paper, Repeat.NONE, order);
        assertThat(cloth.analysis().all().over(3)).isPositive();
        BufferedImage map = FloatMap.of(cloth);
        boolean red = false;
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                red |= (map.getRGB(x, y) & 0xffffff) == 0xd01020;
            }
        }
        assertThat(red).isTrue();
    }
}
