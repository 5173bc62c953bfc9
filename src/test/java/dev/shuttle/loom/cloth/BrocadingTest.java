package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Brocaded;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.Binding;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.WeftFaced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Areas that small bobbins weave. */
class BrocadingTest {
    private static final Rgb CREAM = Rgb.parse("#f4efe0");
    private static final Rgb BLUE = Rgb.parse("#1d3f72");
    private static final Rgb RED = Rgb.parse("#b3202a");
    private static final Rgb GOLD = Rgb.parse("#d8a21b");
    /** Ten ends and five lines to a centimetre. */
    private static final Density DENSITY = new Density(10, 5);

    private static final int ENDS = 120;
    private static final int LINES = 80;

    private final byte[] labels = new byte[ENDS * LINES];

    /** Paints a rectangle, across the seams too. */
    private void paint(int label, int end, int line, int width, int height) {
        for (int y = line; y < line + height; y++) {
            for (int x = end; x < end + width; x++) {
                labels[Math.floorMod(y, LINES) * ENDS + Math.floorMod(x, ENDS)] = (byte) label;
            }
        }
    }

    /** Cream, blue, red, gold. */
    private PointPaper paper(WeaveOrder order) {
        List<PaletteColour> palette = new ArrayList<>();
        for (Rgb colour : List.of(CREAM, BLUE, RED, GOLD)) {
            int index = palette.size();
            long cells = IntStream.range(0, labels.length)
                    .filter(cell -> labels[cell] == index)
                    .count();
            palette.add(new PaletteColour(index, colour, cells, (double) cells / labels.length));
        }
        Map<Rgb, Double> weights = new HashMap<>();
        order.brocading().forEach(one -> weights.put(one.colour(), 0.0));
        return new PointPaper(ENDS, LINES, labels, new Palette(palette, weights), DENSITY);
    }

    private static WeaveOrder order(StructureKind kind, Rgb... bobbins) {
        return new WeaveOrder(kind, null, 2, null)
                .brocaded(Stream.of(bobbins).map(Brocaded::new).toList())
                .settled(4, false);
    }

    private Cloth woven(WeaveOrder order) {
        return Cloth.of(paper(order), Repeat.NONE, order);
    }

    @Test
    void eachAreaHasItsOwnBobbinOnItsLines() {
        paint(1, 0, 0, 60, 40);
        paint(3, 10, 10, 12, 6);
        paint(3, 70, 30, 8, 4);

        Cloth cloth = woven(order(StructureKind.LAMPAS, GOLD));

        assertThat(cloth.brocading().areas())
                .extracting(BrocadedArea::fromEnd, BrocadedArea::toEnd, BrocadedArea::fromLine, BrocadedArea::toLine)
                .containsExactly(tuple(10, 22, 10, 16), tuple(70, 78, 30, 34));
        assertThat(cloth.brocading().bobbinsAtOnce()).isEqualTo(1);
        assertThat(cloth.plan().picks().picks() - cloth.shuttlePicks()).isEqualTo(6 + 4);
        assertThat(cloth.colouring().fillings().get(3).difference()).isLessThan(3);
        assertThat(cloth.colouring().bands().get(0).wefts()).doesNotContain(GOLD);
    }

    @ParameterizedTest(name = "{0} ends apart: {1} areas")
    @CsvSource({"0, 1", "5, 1", "9, 1", "10, 2", "30, 2"})
    void areasNearerThanACentimetreAreOne(int apart, int areas) {
        paint(3, 10, 10, 12, 6);
        paint(3, 22 + apart, 10, 12, 6);

        Cloth cloth = woven(order(StructureKind.LAMPAS, GOLD));

        assertThat(cloth.brocading().areas()).hasSize(areas);
        assertThat(cloth.brocading().bobbinsAtOnce()).isEqualTo(areas);
    }

    @Test
    void anAreaAcrossTheSeamIsOne() {
        paint(3, ENDS - 6, LINES - 3, 12, 6);

        BrocadedArea area =
                woven(order(StructureKind.LAMPAS, GOLD)).brocading().areas().get(0);

        assertThat(area.toEnd() - area.fromEnd()).isEqualTo(12);
        assertThat(area.toLine() - area.fromLine()).isEqualTo(6);
        assertThat(area.cells()).isEqualTo(72);
    }

    /** What lies outside the area is woven from side to side, in a weft of the same colour. */
    @Test
    void bobbinsKeepToTheirArea() {
        paint(3, 10, 10, 12, 6);
        paint(3, 70, 30, 8, 4);
        Brocaded.Area area = new Brocaded.Area(61, 120, 1, 40);
        WeaveOrder order = new WeaveOrder(StructureKind.LAMPAS, null, 4, null)
                .brocaded(List.of(new Brocaded(GOLD, area, null)))
                .settled(4, false);

        Cloth cloth = woven(order);

        assertThat(cloth.brocading().areas())
                .extracting(BrocadedArea::fromEnd, BrocadedArea::toEnd, BrocadedArea::fromLine, BrocadedArea::toLine)
                .containsExactly(tuple(70, 78, 30, 34));
        assertThat(cloth.colouring().bands().get(0).wefts()).contains(GOLD);
        assertThat(cloth.isBobbin(72, 31)).isTrue();
        assertThat(cloth.isBobbin(12, 11)).isFalse();
        assertThat(cloth.analysis().all().over(cloth.floatLimit())).isZero();
    }

    /** A mask of any size is laid over the whole paper; here its right half is black. */
    @Test
    void bobbinsKeepToTheirMask() {
        paint(3, 54, 10, 12, 6);
        BitGrid cells = new BitGrid(1, 2);
        cells.set(0, 1);
        WeaveOrder order = new WeaveOrder(StructureKind.BROCADE, null, 4, null)
                .brocaded(List.of(new Brocaded(GOLD, null, new Brocaded.Mask("right.png", cells))))
                .settled(4, false);

        assertThat(woven(order).brocading().areas())
                .extracting(BrocadedArea::fromEnd, BrocadedArea::toEnd, BrocadedArea::fromLine, BrocadedArea::toLine)
                .containsExactly(tuple(60, 66, 10, 16));
    }

    /** Over the hollow of a ring no bobbin goes: beside it two weave. */
    @Test
    void aRingHasTwoBobbinsBesideItsHollow() {
        paint(3, 20, 20, 40, 30);
        paint(0, 30, 30, 20, 10);

        Brocading brocading = woven(order(StructureKind.LAMPAS, GOLD)).brocading();

        assertThat(brocading.areas()).hasSize(1);
        assertThat(brocading.areas().get(0).bobbins()).isEqualTo(2);
        assertThat(brocading.bobbinsAtOnce()).isEqualTo(2);
    }

    /** In the one shed of a line a bobbin would lie on the face over another one's cells. */
    @Test
    void noBobbinGoesOverTheCellsOfAnother() {
        paint(3, 20, 20, 4, 6);
        paint(2, 24, 20, 4, 6);
        paint(3, 28, 20, 4, 6);

        Cloth cloth = woven(order(StructureKind.LAMPAS, GOLD, RED));

        assertThat(cloth.brocading().bobbinsAtOnce()).isEqualTo(3);
    }

    @Test
    void theGroundIsNeverBrocaded() {
        paint(3, 20, 20, 10, 6);

        assertThat(woven(order(StructureKind.LAMPAS, CREAM)).brocading().isNone())
                .isTrue();
    }

    /**
     * What is woven of any picture: floats keep the bounds, every bobbin is bound within its way as the binding says, and no bobbin
     * goes over a centimetre without showing.
     */
    @ParameterizedTest
    @CsvSource({
        "LAMPAS, 1",
        "LAMPAS, 2",
        "LAMPAS, 3",
        "BROCADE, 4",
        "BROCADE, 5",
        "BROCADE, 6",
        "TAQUETE, 7",
        "TAQUETE, 8"
    })
    void bobbinsAreBoundWhateverTheyWeave(StructureKind kind, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 40; i++) {
            paint(
                    random.nextInt(4),
                    random.nextInt(ENDS),
                    random.nextInt(LINES),
                    1 + random.nextInt(30),
                    1 + random.nextInt(12));
        }
        Cloth cloth = woven(order(kind, GOLD, RED));

        assertThat(cloth.analysis().longest().warpFace())
                .isLessThanOrEqualTo(cloth.structure().bounds().warpFace());
        assertThat(cloth.analysis().all().over(cloth.floatLimit())).isZero();
        assertThat(cloth.analysis().hangsTogether()).isTrue();
        Binding binding =
                cloth.structure() instanceof WeftFaced faced ? faced.binding() : ((Lampas) cloth.structure()).binding();
        int group = binding.mains() + 1;
        Map<Integer, Integer> sheds = sheds(cloth);
        boolean[] covered = new boolean[labels.length];
        for (BrocadedArea area : cloth.brocading().areas()) {
            int label = area.yarn().equals(GOLD) ? 3 : 2;
            for (BrocadedArea.Span span : area.spans()) {
                int row = Objects.requireNonNull(sheds.get(span.line()));
                int over = 0;
                int hidden = 0;
                for (int end = span.from(); end < span.to(); end++) {
                    int cell = span.line() * ENDS + end % ENDS;
                    boolean shows = labels[cell] == label;
                    BitGrid mains = cloth.plan().mains();
                    assertThat(mains.get(row, end % ENDS)).isEqualTo(!shows);
                    covered[cell] |= shows;
                    hidden = shows ? 0 : hidden + 1;
                    assertThat(hidden).as("less than a centimetre").isLessThan(10);
                    over = mains.get(row, end % ENDS) ? 0 : over + 1;
                    boolean bound = (end % ENDS + 1) % binding.mains() == 0
                            && cloth.allEnds().get(row, (end % ENDS + 1) / binding.mains() * group - 1);
                    over = bound ? 0 : over;
                    assertThat(over)
                            .as("mains between two binders")
                            .isLessThanOrEqualTo(binding.lines() * binding.mains());
                }
            }
        }
        for (int cell = 0; cell < labels.length; cell++) {
            assertThat(covered[cell]).as("cell %d", cell).isEqualTo(labels[cell] >= 2);
        }
    }

    /** The row of each line's shed for bobbins. */
    private static Map<Integer, Integer> sheds(Cloth cloth) {
        Map<Integer, Integer> sheds = new HashMap<>();
        int line = -1;
        for (int row = 0; row < cloth.plan().picks().picks(); row++) {
            line += cloth.plan().picks().weft(row) == 0 ? 1 : 0;
            if (cloth.isOfBobbins(row)) {
                sheds.put(line, row);
            }
        }
        return sheds;
    }

    /** 12 ends of ten a centimetre and a centimetre for the turns, on six lines. */
    @Test
    void itsYarnIsThatOfItsPicksAndTurns() {
        paint(3, 10, 10, 12, 6);
        Cloth cloth = woven(order(StructureKind.LAMPAS, GOLD));

        YarnAmounts amounts = YarnAmounts.of(cloth, YarnRules.USUAL);
        YarnUse gold = amounts.uses().stream()
                .filter(use -> use.system() == YarnSystem.BROCADING)
                .findFirst()
                .orElseThrow();

        assertThat(gold.threads()).isEqualTo(6);
        assertThat(gold.metres()).isCloseTo(6 * (1.2 * 1.03 + 1) / 100 * 1.05, within(1e-9));
        assertThat(gold.colour()).isEqualTo(GOLD);
        Cloth without = woven(new WeaveOrder(StructureKind.LAMPAS, null, 2, null).settled(4, false));
        assertThat(amounts.uses().stream()
                        .filter(use -> use.system() == YarnSystem.WEFT)
                        .mapToLong(YarnUse::threads)
                        .sum())
                .isEqualTo(without.plan().picks().picks());
    }

    @Test
    void aColourwayDyesTheBobbinsByTheirColour() {
        paint(3, 10, 10, 12, 6);
        Cloth first = woven(order(StructureKind.LAMPAS, GOLD));

        Colourway way = Colourway.of("night", Map.of("#d8a21b", BLUE), first);

        assertThat(way.unknown()).isEmpty();
        assertThat(way.cloth().brocading().yarns()).containsExactly(BLUE);
        assertThat(way.cloth().pickColours()).contains(BLUE).doesNotContain(GOLD);
    }
}
