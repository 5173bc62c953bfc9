package dev.shuttle.loom.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.image.Picture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoomEngineTest {
    private final LoomEngine engine = new LoomEngine(2);

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 16, 40, 64})
    void aPhotographGetsExactlyTheColoursAskedFor(int colours) {
        LoomDesign design =
                engine.design(Pictures.photo(320, 240), Recipe.faithful(colours).withApart(0.5));
        PointPaper paper = design.pointPaper();
        assertThat(paper.palette().size()).isEqualTo(colours);
        assertThat(design.hasFewerColours()).isFalse();
        assertThat(LabelMaps.smallestRegion(paper.labels(), paper.ends())).isGreaterThanOrEqualTo(9);
        assertThat(IntStream.range(0, paper.labels().length)
                        .map(i -> paper.labels()[i])
                        .distinct())
                .hasSize(colours);
    }

    @Test
    void thePaletteIsInTheOrderOfUse() {
        List<PaletteColour> colours = engine.design(Pictures.photo(320, 240), Recipe.faithful(12))
                .pointPaper()
                .palette()
                .colours();
        assertThat(colours).isSortedAccordingTo((a, b) -> Long.compare(b.cells(), a.cells()));
        assertThat(colours.stream().mapToDouble(PaletteColour::share).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void theSamePictureGivesTheSameDesignWithAnyNumberOfThreads() {
        Picture picture = Pictures.photo(400, 300);
        PointPaper one = new LoomEngine(1).design(picture, Recipe.faithful(16)).pointPaper();
        PointPaper three =
                new LoomEngine(3).design(picture, Recipe.faithful(16)).pointPaper();
        assertThat(three.labels()).isEqualTo(one.labels());
        assertThat(three.palette()).isEqualTo(one.palette());
    }

    @Test
    void flatArtworkComesBackInItsOwnColours() {
        int[] artwork = {0xf4ecd8, 0xb3242b, 0x1f4e79, 0xe0a526, 0x2c5f34};
        Picture picture = Pictures.discs(600, 420, artwork);
        PointPaper paper = engine.design(picture, Recipe.faithful(5)).pointPaper();
        assertThat(paper.palette().size()).isEqualTo(5);
        for (int rgb : artwork) {
            assertThat(paper.palette().colours())
                    .anySatisfy(c ->
                            assertThat(c.lab().difference(Lab.of(Rgb.of(rgb)))).isLessThan(2));
        }
    }

    @Test
    void aPictureOfFewColoursIsNotGivenMore() {
        Picture picture = Picture.blank(64, 64);
        for (int i = 0; i < 64 * 32; i++) {
            picture.set(i % 64, i / 64, 0xd04020);
        }
        LoomDesign design = engine.design(picture, Recipe.faithful(16));
        assertThat(design.pointPaper().palette().size()).isEqualTo(2);
        assertThat(design.hasFewerColours()).isTrue();
        assertThat(design.coloursAsked()).isEqualTo(16);
    }

    @Test
    void aColourLostInCleaningGivesItsPlaceToOneThatStays() {
        LoomDesign design = engine.design(Pictures.dotted(240, 240), Recipe.faithful(3));
        PointPaper paper = design.pointPaper();
        assertThat(paper.palette().size()).isEqualTo(3);
        assertThat(paper.label(5, 5)).isNotEqualTo(paper.label(30, 5));
        assertThat(design.hasFewerColours()).isFalse();
        assertThat(LabelMaps.smallestRegion(paper.labels(), paper.ends())).isGreaterThanOrEqualTo(9);
    }

    @Test
    void aLostColourIsReplacedByAYarnOfTheCard() {
        List<Rgb> card = List.of(
                Rgb.of(Pictures.DOT), Rgb.of(Pictures.GROUND), Rgb.of(Pictures.PATCH), Rgb.of(Pictures.OTHER_PATCH));
        PointPaper paper = engine.design(
                        Pictures.dotted(240, 240), Recipe.faithful(3).withPalette(card))
                .pointPaper();
        assertThat(paper.palette().colours())
                .extracting(PaletteColour::rgb)
                .containsExactly(card.get(1), card.get(2), card.get(3));
    }

    @Test
    void coloursThatLieNowhereTogetherAreNotCountedAsColoursOfThePicture() {
        LoomDesign design = engine.design(Pictures.dotted(240, 240), Recipe.faithful(4));
        assertThat(design.pointPaper().palette().size()).isEqualTo(3);
        assertThat(design.hasFewerColours()).isTrue();
    }

    @Test
    void onlyYarnsOfTheCardAreUsed() {
        List<Rgb> card = List.of(
                Rgb.parse("#ffffff"),
                Rgb.parse("#000000"),
                Rgb.parse("#804020"),
                Rgb.parse("#20a060"),
                Rgb.parse("#3050c0"));
        PointPaper paper = engine.design(
                        Pictures.photo(320, 240), Recipe.faithful(4).withPalette(card))
                .pointPaper();
        assertThat(paper.palette().size()).isLessThanOrEqualTo(4);
        assertThat(paper.palette().colours()).allSatisfy(c -> assertThat(card).contains(c.rgb()));
    }

    @Test
    void aPinnedColourStaysExact() {
        Rgb pinned = Rgb.parse("#6f6f50");
        PointPaper paper = engine.design(
                        Pictures.photo(320, 240), Recipe.faithful(8).withPinned(List.of(pinned)))
                .pointPaper();
        assertThat(paper.palette().colours())
                .anySatisfy(c -> assertThat(c.rgb()).isEqualTo(pinned));
    }

    @Test
    void theGridKeepsTheProportionOnTheCloth() {
        Recipe recipe = Recipe.faithful(6).withFabric(new Fabric(6.0, null, 40.0, 20.0, null, null));
        PointPaper paper = engine.design(Pictures.photo(320, 240), recipe).pointPaper();
        assertThat(paper.ends()).isEqualTo(240);
        assertThat(paper.lines()).isEqualTo(90);
        assertThat(paper.lines() * paper.density().cellProportion() / paper.ends())
                .isCloseTo(0.75, within(0.01));
        assertThat(LabelMaps.smallestRegion(paper.labels(), paper.ends())).isGreaterThanOrEqualTo(9);
    }
}
