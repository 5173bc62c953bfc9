package dev.shuttle.loom.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line is whole or not there; none is dashed. */
class WholeLinesTest {
    private static final Style WEAVING_MACHINE = new Style(1.2, 1.3, 3, true, false, true);
    private static final int DRAWINGS = 40;

    private final LoomEngine engine = new LoomEngine(2);

    @Test
    void aLineOverManyGroundsIsNotDashed() {
        assertWhole(Recipe.faithful(StrokeDrawing.COLOURS.length));
    }

    @Test
    void norIsItWhereTheDrawingIsStyled() {
        assertWhole(Recipe.faithful(16).withStyle(WEAVING_MACHINE));
    }

    private void assertWhole(Recipe recipe) {
        List<Double> kept = new ArrayList<>();
        for (int seed = 1; seed <= DRAWINGS; seed++) {
            StrokeDrawing drawing = new StrokeDrawing(seed, 8);
            kept.addAll(drawing.kept(engine.design(drawing.picture(), recipe).pointPaper()));
        }
        assertThat(kept).as("strokes of seeds 1 to %d", DRAWINGS).hasSizeGreaterThan(500);
        assertThat(Measured.inPieces(kept)).as("in pieces").isLessThanOrEqualTo(kept.size() / 100);
        assertThat(Measured.gone(kept)).as("gone").isLessThanOrEqualTo(kept.size() / 100);
    }

    /** Where noise and light change labels along a line not quite all can be held. */
    @Test
    void linesInAPhotographAreWhole() {
        List<Double> kept = new ArrayList<>();
        for (int seed = 1; seed <= 10; seed++) {
            StrokeDrawing drawing = new StrokeDrawing(seed, 8);
            PointPaper paper =
                    engine.design(drawing.photograph(seed), Recipe.faithful(16)).pointPaper();
            kept.addAll(drawing.keptAmongShades(paper));
        }
        assertThat(kept).hasSizeGreaterThan(100);
        assertThat(Measured.inPieces(kept)).as("in pieces, seeds 1 to 10").isLessThanOrEqualTo(kept.size() / 40);
    }

    /** Lines four fifths of a cell wide, not anti-aliased, which cells begin and end in the middle of. */
    @Test
    void nearlyAllLinesAreWholeOnACoarserGrid() {
        Recipe recipe =
                Recipe.faithful(StrokeDrawing.COLOURS.length).withFabric(new Fabric(null, null, null, null, 288, 288));
        List<Double> kept = new ArrayList<>();
        for (int seed = 1; seed <= 10; seed++) {
            StrokeDrawing drawing = new StrokeDrawing(seed, 8);
            kept.addAll(
                    drawing.keptOnGrid(engine.design(drawing.picture(), recipe).pointPaper()));
        }
        assertThat(kept).hasSizeGreaterThan(100);
        assertThat(Measured.inPieces(kept)).as("in pieces, seeds 1 to 10").isLessThanOrEqualTo(kept.size() / 15);
    }

    /** An outline in a tone between those of its two sides, as soft edges have too. */
    @Test
    void aPointPaperThatComesBackIsNotChanged() {
        Picture paper = Picture.blank(80, 60);
        for (int i = 0; i < 4800; i++) {
            double distance = Math.hypot(i % 80 - 40, Math.floorDiv(i, 80) - 30);
            paper.set(i % 80, i / 80, distance < 19.5 ? 0x242522 : distance < 20.5 ? 0x4a4424 : 0xe8d8b0);
        }
        PointPaper again =
                engine.design(paper, Recipe.faithful(3).withMinRegion(1)).pointPaper();
        for (int i = 0; i < 4800; i++) {
            assertThat(again.palette().rgb(again.label(i % 80, i / 80)).packed())
                    .as("cell %d, %d", i % 80, i / 80)
                    .isEqualTo(paper.rgb(i % 80, i / 80));
        }
    }

    @Test
    void aPictureIsLeftAsItIs() {
        StrokeDrawing drawing = new StrokeDrawing(1, 8);
        Picture picture = drawing.picture();
        engine.design(picture, Recipe.faithful(16).withStyle(WEAVING_MACHINE));
        assertThat(picture.bgr()).isEqualTo(drawing.picture().bgr());
    }
}
