package dev.shuttle.loom.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.image.Picture;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Colours that a ticket pins or protects. */
class ProtectedColoursTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 120;
    private static final Rgb GOLD = Rgb.parse("#d8a21b");
    private static final Rgb TEAL = Rgb.parse("#1f7a7a");

    private final LoomEngine engine = new LoomEngine(2);

    /** Stripes of four colours with golden dots of two cells, also at the border. */
    private static Picture dotted() {
        int[] stripes = {0xf4efe0, 0xb3202a, 0x1d3f72, 0x2f6b3a};
        Picture picture = Picture.blank(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean dot = x % 17 < 2 && y % 13 == 0;
                picture.set(x, y, dot ? GOLD.packed() : stripes[x / 15 % 4]);
            }
        }
        return picture;
    }

    private static long dots(PointPaper paper) {
        return paper.palette().colours().stream()
                .filter(colour -> colour.rgb().equals(GOLD))
                .mapToLong(PaletteColour::cells)
                .sum();
    }

    private static long drawn() {
        long drawn = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                drawn += x % 17 < 2 && y % 13 == 0 ? 1 : 0;
            }
        }
        return drawn;
    }

    @ParameterizedTest
    @EnumSource(Repeat.class)
    void dotsSmallerThanTheSmallestRegionStayWhereTheirColourIsProtected(Repeat repeat) {
        Recipe usual = Recipe.faithful(5).withMinRegion(9).withRepeat(repeat);

        PointPaper cleaned = engine.design(dotted(), usual).pointPaper();
        PointPaper guarded =
                engine.design(dotted(), usual.withProtect(List.of(GOLD))).pointPaper();

        assertThat(dots(cleaned)).isLessThan(drawn() / 2);
        assertThat(dots(guarded)).isGreaterThanOrEqualTo(drawn());
        for (int y = 0; y < HEIGHT; y += 13) {
            for (int x = 0; x < WIDTH; x += 17) {
                assertThat(guarded.palette().rgb(guarded.label(x, y)))
                        .as("%d, %d", x, y)
                        .isEqualTo(GOLD);
            }
        }
    }

    @Test
    void aProtectedColourIsOneOfTheColoursAndCountsAmongThem() {
        PointPaper paper = engine.design(
                        dotted(), Recipe.faithful(3).withMinRegion(4).withProtect(List.of(GOLD)))
                .pointPaper();

        assertThat(paper.palette().size()).isLessThanOrEqualTo(3);
        assertThat(paper.palette().colours()).extracting(PaletteColour::rgb).contains(GOLD);
    }

    @Test
    void aPinnedColourIsThereExactlyBesideTheCardsYarns() {
        Recipe card = Recipe.faithful(4)
                .withPalette(List.of(Rgb.parse("#ffffff"), Rgb.parse("#a01010"), Rgb.parse("#103060")))
                .withPinned(List.of(TEAL));

        PointPaper paper = engine.design(dotted(), card).pointPaper();

        assertThat(paper.palette().colours()).extracting(PaletteColour::rgb).contains(TEAL);
    }

    /** With two wefts for five colours the rare one gets its yarn where it is protected, and only there. */
    @Test
    void aProtectedColourGetsAYarnBeforeLargerAreas() {
        Recipe order = Recipe.faithful(5)
                .withMinRegion(1)
                .withPinned(List.of(GOLD))
                .withWeave(new WeaveOrder(StructureKind.TAQUETE, null, 2, null));

        assertThat(wefts(order)).doesNotContain(GOLD);
        assertThat(wefts(order.withProtect(List.of(GOLD)))).contains(GOLD);
    }

    private List<Rgb> wefts(Recipe recipe) {
        Cloth cloth = Objects.requireNonNull(engine.design(dotted(), recipe).cloth());
        return cloth.colouring().bands().get(0).wefts();
    }
}
