package dev.shuttle.loom.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Artwork drawn with anti-aliasing comes back as it is without. */
class AntiAliasedArtworkTest {
    private static final int ACROSS = 960;
    private static final int DOWN = 720;

    private final LoomEngine engine = new LoomEngine(2);

    @ParameterizedTest
    @EnumSource
    void theColoursAreThoseItIsDrawnIn(Artwork artwork) {
        PointPaper paper = converted(artwork);
        assertThat(paper.palette().colours())
                .extracting(colour -> colour.rgb().packed())
                .containsExactlyInAnyOrderElementsOf(artwork.colours());
    }

    @ParameterizedTest
    @EnumSource
    void nearlyEveryPixelShowsWhatItsMiddleShows(Artwork artwork) {
        PointPaper paper = converted(artwork);
        Picture crisp = artwork.middles(ACROSS, DOWN);
        long right = 0;
        for (int y = 0; y < DOWN; y++) {
            for (int x = 0; x < ACROSS; x++) {
                right += shown(paper, x, y) == crisp.rgb(x, y) ? 1 : 0;
            }
        }
        assertThat(right / (double) (ACROSS * DOWN)).isGreaterThanOrEqualTo(0.997);
    }

    @ParameterizedTest
    @EnumSource
    void noPixelHasAColourThatNothingBesideItHas(Artwork artwork) {
        PointPaper paper = converted(artwork);
        Picture crisp = artwork.middles(ACROSS, DOWN);
        int third = 0;
        for (int y = 0; y < DOWN; y++) {
            for (int x = 0; x < ACROSS; x++) {
                third += isBeside(crisp, x, y, shown(paper, x, y)) ? 0 : 1;
            }
        }
        assertThat(third).isLessThanOrEqualTo(ACROSS * DOWN / 50_000);
        assertThat(LabelMaps.smallestRegion(paper.labels(), ACROSS)).isGreaterThanOrEqualTo(9);
    }

    /** Colours nearly alike are one yarn there; for those at the border see below. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ALIKE", "TO_THE_BORDER"})
    void redrawnItHasNoMoreColoursThanItIsDrawnInHoweverManyAreAskedFor(Artwork artwork) {
        Recipe recipe = Recipe.faithful(16).withStyle(new Style(1, 1, 0, false, false, true));
        LoomDesign design = engine.design(artwork.antiAliased(ACROSS, DOWN), recipe);
        assertThat(design.pointPaper().palette().colours())
                .extracting(colour -> colour.rgb().packed())
                .containsExactlyInAnyOrderElementsOf(artwork.colours());
        assertThat(design.hasFewerColours()).isTrue();
    }

    /** Where a picture ends in the middle of a pixel that is mixed with what lies outside: not to be resolved. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TO_THE_BORDER")
    void onACoarserGridThereIsNoColourThatItIsNotDrawnIn(Artwork artwork) {
        Recipe recipe = Recipe.faithful(artwork.colours().size() + 1)
                .withFabric(new Fabric(null, null, null, null, ACROSS / 5, DOWN / 3));
        PointPaper paper =
                engine.design(artwork.antiAliased(ACROSS, DOWN), recipe).pointPaper();
        assertThat(artwork.colours())
                .containsAll(paper.palette().colours().stream()
                        .map(colour -> colour.rgb().packed())
                        .toList());
    }

    private PointPaper converted(Artwork artwork) {
        Recipe recipe = Recipe.faithful(artwork.colours().size());
        return engine.design(artwork.antiAliased(ACROSS, DOWN), recipe).pointPaper();
    }

    private static int shown(PointPaper paper, int x, int y) {
        return paper.palette().colours().get(paper.label(x, y)).rgb().packed();
    }

    private static boolean isBeside(Picture crisp, int x, int y, int rgb) {
        for (int dy = Math.max(0, y - 1); dy <= Math.min(DOWN - 1, y + 1); dy++) {
            for (int dx = Math.max(0, x - 1); dx <= Math.min(ACROSS - 1, x + 1); dx++) {
                if (crisp.rgb(dx, dy) == rgb) {
                    return true;
                }
            }
        }
        return false;
    }
}
