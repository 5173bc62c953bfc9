package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Changing;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.Satin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A paper that comes back is woven with the threads that it was issued with. */
class IssuedClothTest {
    private static final int COLOURS = 7;

    private static String[] colours(long seed) {
        return new Random(seed)
                .ints(COLOURS, 0, 1 << 24)
                .mapToObj(rgb -> Rgb.of(rgb).hex())
                .toArray(String[]::new);
    }

    private static WeaveOrder asked(StructureKind kind) {
        boolean changes = kind == StructureKind.LAMPAS || kind == StructureKind.BROCADE;
        return new WeaveOrder(kind, null, null, null, changes ? new Changing(1, 20) : null);
    }

    private static WovenDesign issued(StructureKind kind, Repeat repeat, long seed) {
        WeaveOrder order = asked(kind).settled(COLOURS, false);
        int ends = 2 * order.structure(COLOURS).endsRepeat();
        int lines = 8 * order.structure(COLOURS).linesRepeat();
        PointPaper paper = Papers.of(LabelMaps.BLOBS, ends, lines, colours(seed));
        return WovenDesign.of(paper, repeat, order, true);
    }

    private static WovenDesign again(WovenDesign issued, PointPaper paper, Repeat repeat, WeaveOrder asked) {
        IssuedCloth cloth = IssuedCloth.of(issued.cloth());
        return cloth.weave(paper, repeat, cloth.orderFor(asked).orElseThrow()).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = StructureKind.class,
            names = {"NONE", "AUTO"},
            mode = EnumSource.Mode.EXCLUDE)
    void anUnpaintedPaperGivesTheSameClothAgain(StructureKind kind) {
        for (Repeat repeat : Repeat.values()) {
            for (long seed = 1; seed <= 3; seed++) {
                WovenDesign issued = issued(kind, repeat, seed);

                WovenDesign again = again(issued, issued.paper(), repeat, asked(kind));

                String what = kind + ", " + repeat + ", seed " + seed;
                assertThat(again.cloth().lifts())
                        .as(what)
                        .isEqualTo(issued.cloth().lifts());
                assertThat(again.cloth().pickColours())
                        .as(what)
                        .isEqualTo(issued.cloth().pickColours());
                assertThat(again.cloth().endColours())
                        .as(what)
                        .isEqualTo(issued.cloth().endColours());
                assertThat(again.paper().labels())
                        .as(what)
                        .isEqualTo(issued.paper().labels());
            }
        }
    }

    /** Wherever a cell got another colour it shows what that colour shows elsewhere on its line. */
    @ParameterizedTest
    @EnumSource(
            value = StructureKind.class,
            names = {"WEFT_BACKED", "TAQUETE", "SAMITUM", "LAMPAS", "BROCADE", "JIN"})
    void aPaintedCellShowsTheThreadOfItsNewColour(StructureKind kind) {
        for (long seed = 1; seed <= 5; seed++) {
            WovenDesign issued = issued(kind, Repeat.NONE, seed);
            PointPaper before = issued.paper();
            byte[] painted = before.labels().clone();
            Random random = new Random(seed);
            for (int stroke = 0; stroke < 200; stroke++) {
                painted[random.nextInt(painted.length)] =
                        (byte) random.nextInt(before.palette().size());
            }
            PointPaper now = new PointPaper(before.ends(), before.lines(), painted, before.palette(), before.density());

            Cloth cloth = again(issued, now, Repeat.NONE, asked(kind)).cloth();

            for (int cell = 0; cell < painted.length; cell++) {
                int end = cell % now.ends();
                int line = cell / now.ends();
                Band band = issued.cloth().colouring().band(line);
                int face = Filler.face(band.fillings().get(painted[cell]).face(), line % 2 == 1);
                assertThat(cloth.faces().at(end, line))
                        .as("%s, seed %d, end %d, line %d", kind, seed, end, line)
                        .isEqualTo(face);
            }
        }
    }

    /** Whether the threads are known or chosen anew. */
    @ParameterizedTest
    @EnumSource(
            value = StructureKind.class,
            names = {"NONE", "AUTO"},
            mode = EnumSource.Mode.EXCLUDE)
    void aColourThatIsPaintedOverKeepsItsIndex(StructureKind kind) {
        WovenDesign issued = issued(kind, Repeat.NONE, 2);
        PointPaper before = issued.paper();
        byte[] painted = before.labels().clone();
        for (int cell = 0; cell < painted.length; cell++) {
            painted[cell] = painted[cell] == 1 ? 0 : painted[cell];
        }
        List<PaletteColour> colours = new ArrayList<>();
        for (PaletteColour colour : before.palette().colours()) {
            int index = colour.index();
            long cells = IntStream.range(0, painted.length)
                    .filter(cell -> painted[cell] == index)
                    .count();
            colours.add(new PaletteColour(index, colour.rgb(), cells, (double) cells / painted.length));
        }
        PointPaper now = new PointPaper(before.ends(), before.lines(), painted, new Palette(colours), before.density());

        Cloth known = again(issued, now, Repeat.NONE, asked(kind)).cloth();
        Cloth anew = WovenDesign.of(now, Repeat.NONE, asked(kind).settled(COLOURS, false), false)
                .cloth();

        assertThat(known.colouring().fillings()).hasSize(colours.size());
        assertThat(anew.colouring().fillings()).hasSize(colours.size());
    }

    @Test
    void anotherWeaveIsNotThisCloth() {
        IssuedCloth cloth =
                IssuedCloth.of(issued(StructureKind.TAQUETE, Repeat.NONE, 1).cloth());

        assertThat(Stream.of(
                        WeaveOrder.of(StructureKind.SAMITUM),
                        new WeaveOrder(StructureKind.TAQUETE, null, 2, null),
                        new WeaveOrder(StructureKind.TAQUETE, Satin.of(5), null, null),
                        new WeaveOrder(StructureKind.TAQUETE, null, null, 3)))
                .allSatisfy(asked -> assertThat(cloth.orderFor(asked)).isEmpty());
        assertThat(cloth.orderFor(WeaveOrder.of(StructureKind.TAQUETE))).isPresent();
        assertThat(cloth.orderFor(null)).isEmpty();
    }
}
