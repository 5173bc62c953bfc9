package dev.shuttle.loom.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import org.junit.jupiter.api.Test;

class DetailTest {
    private static final RowBands ONE = new RowBands(1);
    private static final Grid GRID = new Grid(100, 50, new Density(10, 10));
    private static final Style STYLE = new Style(1.2, 1.2, 4, true);

    @Test
    void threePixelsACellAreKeptInADirectionThatHasMore() {
        Picture worked = Detail.worked(Picture.blank(700, 190), GRID, STYLE, ONE);

        assertThat(worked.width()).isEqualTo(300);
        assertThat(worked.height()).as("less than four a cell").isEqualTo(190);
    }

    @Test
    void aDrawingKeepsSevenPixelsACellInEachDirection() {
        Picture drawing = Detail.drawing(Picture.blank(1500, 600), GRID, ONE);

        assertThat(drawing.width()).isEqualTo(750);
        assertThat(drawing.height()).isEqualTo(600);
    }

    @Test
    void asMuchIsKeptAsTheComparisonShows() {
        Picture seen = Detail.seen(Picture.blank(5000, 1000), GRID);

        assertThat(seen.width()).isEqualTo(2500);
        assertThat(Detail.reduction(5000, 3000, GRID)).isEqualTo(2);
        assertThat(Detail.reduction(2000, 1500, GRID)).isEqualTo(1);
    }
}
