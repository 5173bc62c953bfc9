package dev.shuttle.loom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.harness.Boxes;
import dev.shuttle.loom.harness.LoomPick;
import dev.shuttle.loom.harness.LoomPicks;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.PickPlan;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every picture of a lift plan keeps, as another reader sees it. */
class LiftFilesTest {
    private static final Density DENSITY = new Density(73, 63);

    static BitGrid plan(int rows, int columns) {
        byte[] cells = LabelMaps.RANDOM.map(columns, rows, 2, 3);
        BitGrid plan = new BitGrid(rows, columns);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != 0) {
                plan.set(i / columns, i % columns);
            }
        }
        return plan;
    }

    static Stream<Named<BiFunction<BitGrid, Density, byte[]>>> writers() {
        return Stream.of(
                Named.of("bmp", LiftBmp::write), Named.of("tif", LiftTiff::write), Named.of("png", LiftPng::write));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void anotherReaderSeesBlackWhereTheEndIsUp(BiFunction<BitGrid, Density, byte[]> writer) throws IOException {
        for (int columns : new int[] {1, 7, 8, 31, 32, 33, 64, 65, 1080}) {
            BitGrid plan = plan(19, columns);
            byte[] file = writer.apply(plan, DENSITY);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            assertThat(image.getWidth()).isEqualTo(columns);
            assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
            for (int row = 0; row < 19; row++) {
                for (int column = 0; column < columns; column++) {
                    assertThat(image.getRGB(column, row) & 0xffffff)
                            .isEqualTo(plan.get(row, column) ? 0x000000 : 0xffffff);
                }
            }
            assertThat(LiftPicture.read(file)).isEqualTo(plan);
        }
    }

    @Test
    void theBmpHasTheUsualHeader() {
        ByteBuffer file = ByteBuffer.wrap(LiftBmp.write(plan(3, 40), DENSITY)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(file.getInt(2)).isEqualTo(62 + 3 * 8);
        assertThat(file.getInt(10)).isEqualTo(62);
        assertThat(file.getInt(22)).isEqualTo(3);
        assertThat(file.getShort(28)).isEqualTo((short) 1);
        assertThat(file.getInt(38)).isEqualTo(7300);
        assertThat(file.getInt(42)).isEqualTo(6300);
        assertThat(file.getInt(54)).isZero();
        assertThat(file.getInt(58)).isEqualTo(0xffffff);
    }

    @Test
    void aPictureOfMoreThanABitIsNoLiftPlan() {
        byte[] file = IndexedPng.write(RasterContract.paper(8, 8, 2));
        assertThatThrownBy(() -> LiftPicture.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void aDamagedPngIsNoLiftPlan() {
        byte[] whole = LiftPng.write(plan(19, 65), DENSITY);
        for (int at : new int[] {20, whole.length / 2, whole.length - 3}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            assertThatThrownBy(() -> LiftPicture.read(damaged)).isInstanceOf(IOException.class);
            byte[] cut = Arrays.copyOf(whole, at);
            assertThatThrownBy(() -> LiftPicture.read(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void picksAreListedAsTheyAreWoven() {
        PickPlan picks = PickPlan.of(new byte[] {0, 1, 2, 0, 1});
        BitGrid lifts = new BitGrid(5, 4);
        lifts.set(4, 1);
        lifts.set(4, 2);
        double[] takeUps = {0.5, 0, 0, 0.25, 0};
        List<LoomPick> woven = LoomPicks.of(
                new LoomPicks.Rows(
                        picks,
                        new int[] {0, 1, 2, 0, 1},
                        new int[] {0, 0, 0, 1, 1},
                        new int[5],
                        takeUps,
                        new boolean[5]),
                lifts,
                null);
        String csv = PicksCsv.write(
                woven,
                List.of(Rgb.WHITE, Rgb.BLACK, Rgb.parse("#b3242b"), Rgb.WHITE, Rgb.BLACK),
                rgb -> "yarn, one",
                true);
        assertThat(csv.lines())
                .containsExactly(
                        PicksCsv.HEADER,
                        "1,5,2,#000000,2,B,乙,2,,,,0,1,\"yarn, one\",2,,0.00000",
                        "2,4,1,#ffffff,2,A,甲,1,,,,1,1,\"yarn, one\",0,,0.25000",
                        "3,3,3,#b3242b,1,C,丙,3,,,,0,1,\"yarn, one\",0,,0.00000",
                        "4,2,2,#000000,1,B,乙,2,,,,0,1,\"yarn, one\",0,,0.00000",
                        "5,1,1,#ffffff,1,A,甲,1,,,,1,1,\"yarn, one\",0,,0.50000");
        assertThat(PicksCsv.read(csv)).isEqualTo(picks);
    }

    @Test
    void aShedForBobbinsHasNoSelectorAndNoShuttle() {
        PickPlan picks = PickPlan.of(new byte[] {0, 1, 8});
        double[] takeUps = {0.5, 0, 0};
        boolean[] bobbins = {false, false, true};
        List<LoomPick> woven = LoomPicks.of(
                new LoomPicks.Rows(picks, new int[] {0, 1, 8}, new int[3], new int[3], takeUps, bobbins),
                new BitGrid(3, 4),
                new Boxes(2, 2));

        assertThat(woven).extracting(LoomPick::selector).containsExactly(0, 2, 1);
        assertThat(woven.get(0).flight()).isNull();
        assertThat(woven.subList(1, 3)).extracting(LoomPick::flight).doesNotContainNull();
        assertThat(PicksCsv.write(woven, List.of(Rgb.WHITE, Rgb.WHITE, Rgb.WHITE), Rgb::hex, false)
                        .lines()
                        .skip(1)
                        .findFirst())
                .hasValue("1,3,9,#ffffff,1,I,壬,,,,,0,1,#ffffff,0,,");
    }

    @Test
    void theExperimentHasTheLayoutOfTheKnownFiles() {
        BitGrid plan = plan(5, 20);
        byte[] bytes = ExperimentalJc5.write(plan, "peony in bloom");
        ByteBuffer file = ByteBuffer.wrap(bytes);
        assertThat(file.getInt(0)).isEqualTo(0x81fe0101);
        assertThat(new String(bytes, 16, 9, StandardCharsets.US_ASCII)).isEqualTo("peonyinb\0");
        assertThat(file.getInt(33)).isEqualTo(5);
        int data = bytes.length - 5 * 3;
        for (int pick = 0; pick < 5; pick++) {
            for (int hook = 0; hook < 20; hook++) {
                assertThat((bytes[data + 3 * pick + hook / 8] >> hook % 8 & 1) == 1)
                        .isEqualTo(plan.get(4 - pick, hook));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 20, 63, 64, 65})
    void theExperimentIsReadBackAsItWasWritten(int hooks) throws IOException {
        BitGrid plan = plan(9, hooks);
        byte[] file = ExperimentalJc5.write(plan, "peony");
        assertThat(Jc5Lifts.first(Jc5Lifts.read(file), hooks)).isEqualTo(plan);
        file[file.length - 1] ^= 1;
        assertThat(Jc5Lifts.first(Jc5Lifts.read(file), hooks)).isNotEqualTo(plan);
        byte[] cut = Arrays.copyOf(file, file.length - 1);
        assertThatThrownBy(() -> Jc5Lifts.read(cut)).isInstanceOf(IOException.class);
    }
}
