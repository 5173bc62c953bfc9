package dev.shuttle.loom.blanket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Brocaded;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.FloatBounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A blanket shows everything that a structure weaves of its yarns, and says truly what and where. */
class BlanketTest {
    private static final List<Rgb> CARD = Stream.of("#f3ead3", "#b4182a", "#1e3f6e", "#f2c21a", "#3c8464")
            .map(Rgb::parse)
            .toList();

    private static Recipe recipe(StructureKind kind, @Nullable Integer wefts, Fabric fabric) {
        return Recipe.faithful(16)
                .withPalette(CARD)
                .withFabric(fabric)
                .withWeave(new WeaveOrder(kind, null, wefts, null));
    }

    private static Fabric fabric() {
        return Fabric.ofDensity(20, 12);
    }

    private static Blanket blanket(StructureKind kind, @Nullable Integer wefts, int yarns) throws BlanketException {
        return Blanket.of(recipe(kind, wefts, fabric()), yarns);
    }

    @ParameterizedTest
    @CsvSource({
        // four wefts of every one of the satin's levels
        "SHADED_SATIN, 60",
        "DAMASK, 8",
        // every yarn alone, every two together
        "WEFT_BACKED, 15",
        "TAQUETE, 15",
        "SAMITUM, 15",
        "JIN, 15",
        "LAMPAS, 15",
        "BROCADE, 15"
    })
    void everyToneOrMixtureHasItsPatch(StructureKind kind, int patches) throws BlanketException {
        Blanket blanket = blanket(kind, kind.isOfTones() ? null : Integer.valueOf(5), 5);

        assertThat(blanket.patches()).hasSize(patches);
        assertThat(blanket.patches()).extracting(Patch::label).doesNotHaveDuplicates();
    }

    @Test
    void bobbinsOfTheTicketWeaveNoPatch() throws BlanketException {
        WeaveOrder order =
                new WeaveOrder(StructureKind.LAMPAS, null, 5, null).brocaded(List.of(new Brocaded(CARD.get(1))));

        Blanket blanket = Blanket.of(recipe(StructureKind.LAMPAS, 5, fabric()).withWeave(order), 5);

        assertThat(blanket.cloth().lifts())
                .isEqualTo(blanket(StructureKind.LAMPAS, 5, 5).cloth().lifts());
        assertThat(blanket.cloth().brocading().areas()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = StructureKind.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aBlanketKeepsWhatItsStructureProves(StructureKind kind) throws BlanketException {
        Cloth cloth = blanket(kind, null, 4).cloth();

        assertThat(cloth.analysis().hangsTogether()).isTrue();
        FloatBounds proved = cloth.structure().bounds();
        FloatBounds found = cloth.analysis().longest();
        assertThat(found.warpFace()).isLessThanOrEqualTo(proved.warpFace());
        assertThat(found.warpBack()).isLessThanOrEqualTo(proved.warpBack());
        assertThat(found.weftFace()).isLessThanOrEqualTo(proved.weftFace());
        assertThat(found.weftBack()).isLessThanOrEqualTo(proved.weftBack());
    }

    @ParameterizedTest
    @EnumSource(value = StructureKind.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aPatchIsOfOneColourTwoRepeatsAndTwoCentimetresAtLeast(StructureKind kind) throws BlanketException {
        Blanket blanket = blanket(kind, null, 3);
        PointPaper paper = blanket.paper();

        for (Patch patch : blanket.patches()) {
            Area area = patch.area();
            assertThat(area.ends() / paper.density().endsPerCm()).isGreaterThanOrEqualTo(2);
            assertThat(area.lines() / paper.density().linesPerCm()).isGreaterThanOrEqualTo(2);
            assertThat(area.ends())
                    .isGreaterThanOrEqualTo(2 * blanket.cloth().structure().endsRepeat());
            assertThat(area.lines())
                    .isGreaterThanOrEqualTo(2 * blanket.cloth().structure().linesRepeat());
            assertThat(IntStream.range(area.line(), area.toLine())
                            .flatMap(line ->
                                    IntStream.range(area.end(), area.toEnd()).map(end -> paper.label(end, line)))
                            .distinct())
                    .containsExactly(patch.label());
        }
    }

    @Test
    void aPatchsNumberStandsAboveIt() throws BlanketException {
        Blanket blanket = blanket(StructureKind.LAMPAS, 4, 4);
        Measures measures =
                Measures.of(blanket.cloth().structure(), blanket.paper().density(), 10);
        Patch tenth = blanket.patches().get(9);

        List<String> dots = new ArrayList<>();
        int rule = tenth.area().line() - measures.gapLines() - measures.dotLines();
        int top = rule - measures.gapLines() - 7 * measures.dotLines();
        int ground = blanket.paper().label(0, top);
        for (int down = 0; down < 7; down++) {
            StringBuilder row = new StringBuilder();
            for (int across = 0; across < 11; across++) {
                int end = tenth.area().end() + across * measures.dotEnds();
                row.append(blanket.paper().label(end, top + down * measures.dotLines()) == ground ? ' ' : '#');
            }
            dots.add(row.toString());
        }

        assertThat(dots)
                .containsExactly(
                        "  #    ### ",
                        " ##   #   #",
                        "  #   #   #",
                        "  #   #   #",
                        "  #   #   #",
                        "  #   #   #",
                        " ###   ### ");
    }

    @ParameterizedTest
    @EnumSource(
            value = StructureKind.class,
            names = {"WEFT_BACKED", "TAQUETE", "SAMITUM", "JIN", "LAMPAS", "BROCADE"})
    void aYarnsExpectedColourIsThatOfADesign(StructureKind kind) throws BlanketException {
        Blanket blanket = blanket(kind, 3, 3);
        Cloth design = Cloth.of(
                striped(CARD.subList(0, 3), 120, 120),
                Repeat.NONE,
                blanket.cloth().order());

        assertThat(pure(blanket.cloth())).isEqualTo(pure(design));
    }

    @Test
    void aTonesExpectedColourIsThatOfADesign() throws BlanketException {
        Blanket blanket = blanket(StructureKind.DAMASK, null, 2);
        Cloth design = Cloth.of(
                striped(List.of(CARD.get(0), CARD.get(2)), 40, 40),
                Repeat.NONE,
                blanket.cloth().order());

        assertThat(woven(blanket.cloth())).isEqualTo(woven(design));
    }

    private static List<Rgb> woven(Cloth cloth) {
        return cloth.colouring().fillings().stream()
                .map(Filling::woven)
                .sorted(Comparator.comparingInt(Rgb::packed))
                .toList();
    }

    private static List<Rgb> pure(Cloth cloth) {
        return cloth.colouring().fillings().stream()
                .filter(filling -> filling.face() instanceof Filling.Pure)
                .map(Filling::woven)
                .sorted(Comparator.comparingInt(Rgb::packed))
                .toList();
    }

    /** As many lines of each colour; the first is the ground. */
    private static PointPaper striped(List<Rgb> colours, int ends, int lines) {
        byte[] labels = new byte[ends * lines];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i / ends % colours.size());
        }
        List<PaletteColour> palette = IntStream.range(0, colours.size())
                .mapToObj(i -> new PaletteColour(i, colours.get(i), 1, 1.0 / colours.size()))
                .toList();
        return new PointPaper(ends, lines, labels, new Palette(palette), new Density(20, 12));
    }

    @Test
    void moreYarnsThanWeftsComeInFurtherSections() throws BlanketException {
        Blanket blanket = blanket(StructureKind.LAMPAS, 3, 5);
        Patch first = blanket.patches().get(1);
        Patch later = blanket.patches().get(7);

        assertThat(blanket.patches()).hasSize(12);
        assertThat(wefts(blanket, first)).containsExactlyInAnyOrder(CARD.get(0), CARD.get(1), CARD.get(2));
        assertThat(wefts(blanket, later)).containsExactlyInAnyOrder(CARD.get(0), CARD.get(3), CARD.get(4));
    }

    /** The yarns that are thrown on a patch's lines. */
    private static List<Rgb> wefts(Blanket blanket, Patch patch) {
        Cloth cloth = blanket.cloth();
        return cloth
                .pickColours()
                .subList(
                        cloth.firstRow(patch.area().line()),
                        cloth.firstRow(patch.area().toLine()))
                .stream()
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"300, 2", "310, 2", "190, 1", "185, 1"})
    void onANarrowMachineTheStripsAreWrapped(int hooks, int across) throws BlanketException {
        Fabric narrow = new Fabric(null, null, 20.0, 12.0, null, null, hooks);

        Blanket blanket = Blanket.of(recipe(StructureKind.LAMPAS, 3, narrow), 3);

        assertThat(blanket.paper().ends()).isLessThanOrEqualTo(hooks);
        assertThat(blanket.patches())
                .hasSize(6)
                .allSatisfy(patch -> assertThat(patch.column()).isLessThanOrEqualTo(across))
                .allSatisfy(patch -> assertThat(patch.area().toEnd())
                        .isLessThanOrEqualTo(blanket.paper().ends()));
        assertThat(blanket.patches().get(5).row()).isEqualTo(6 / across);
    }

    @Test
    void ofALargeCardTheYarnsAreTakenThatDifferMost() throws BlanketException {
        List<Rgb> yarns = YarnSpread.of(
                Stream.of("#ffffff", "#fefefe", "#000000", "#fdfdfd", "#d01020")
                        .map(Rgb::parse)
                        .toList(),
                3);

        assertThat(yarns).extracting(Rgb::hex).containsExactly("#ffffff", "#000000", "#d01020");
    }

    @Test
    void whatCannotBeMadeIsRefusedWithAReasonAndAHint() {
        Recipe plain = Recipe.faithful(16).withPalette(CARD);
        Fabric tiny = new Fabric(null, null, 20.0, 12.0, null, null, 90);

        assertRefused(plain, 3, "NO_STRUCTURE");
        assertRefused(recipe(StructureKind.LAMPAS, 3, tiny), 3, "TOO_NARROW");
        assertRefused(recipe(StructureKind.LAMPAS, 3, fabric()).withPalette(CARD.subList(0, 1)), 3, "TOO_FEW_YARNS");
    }

    private static void assertRefused(Recipe recipe, int yarns, String code) {
        assertThatThrownBy(() -> Blanket.of(recipe, yarns)).isInstanceOfSatisfying(BlanketException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.message()).isNotBlank();
            assertThat(refused.hint()).isNotBlank();
        });
    }
}
