package dev.shuttle.loom.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.design.Tiling;
import dev.shuttle.loom.image.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a styled recipe owes to a drawing: its lines as lines; and to a repeat: seams as clean as the rest. */
class ThinLinesTest {
    private static final Style REDRAWN = new Style(1.2, 1.25, 4, true, false, true);

    private final LoomEngine engine = new LoomEngine(2);

    @Test
    void anOutlineDrawnWithAFinePenHangsTogetherOn160Ends() {
        Recipe recipe = Recipe.faithful(8)
                .withStyle(REDRAWN)
                .withMinRegion(3)
                .withFabric(new Fabric(null, null, null, null, 160, null));
        assertOutlinesHangTogether(recipe);
    }

    @Test
    void anOutlineDrawnWithAFinePenHangsTogetherAtTheDensitiesOfABrocade() {
        Recipe recipe = Recipe.faithful(8)
                .withStyle(REDRAWN)
                .withMinRegion(12)
                .withFabric(new Fabric(18.0, null, 58.4, 21.0, null, null));
        assertOutlinesHangTogether(recipe);
    }

    /** So that most of no pixel is the line's. */
    @Test
    void anOutlineThinnerThanAPixelHangsTogether() {
        Recipe recipe = Recipe.faithful(16).withStyle(REDRAWN);
        Picture drawing = drawing(new Ellipse2D.Double(60.3, 50.7, 470, 380), 0.6f);
        PointPaper paper = engine.design(drawing, recipe).pointPaper();
        assertThat(paper.palette().size()).isEqualTo(2);
        assertThat(wholeness(paper)).isGreaterThan(0.75);
    }

    private void assertOutlinesHangTogether(Recipe recipe) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 200 : 90;
            double x = 300 + radius * Math.cos(i * Math.PI / 5 + 0.2);
            double y = 240 + radius * Math.sin(i * Math.PI / 5 + 0.2);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        for (Shape shape : List.of(new Ellipse2D.Double(60, 50, 470, 380), star)) {
            PointPaper paper = engine.design(drawing(shape, 1.3f), recipe).pointPaper();
            assertThat(paper.label(0, 0)).isZero();
            assertThat(paper.label(paper.ends() / 2, paper.lines() / 2)).isZero();
            assertThat(wholeness(paper)).as("outline of %s", shape.getClass()).isGreaterThan(0.75);
        }
    }

    /** How much of what is not ground hangs together with its largest piece, 4-connected, 0 to 1. */
    private static double wholeness(PointPaper paper) {
        int ends = paper.ends();
        byte[] labels = paper.labels();
        boolean[] seen = new boolean[labels.length];
        int[] queue = new int[labels.length];
        int largest = 0;
        int all = 0;
        for (int start = 0; start < labels.length; start++) {
            int size = 0;
            if (!seen[start] && labels[start] != 0) {
                queue[size++] = start;
                seen[start] = true;
            }
            for (int next = 0; next < size; next++) {
                int i = queue[next];
                int[] around = {i % ends > 0 ? i - 1 : -1, i % ends < ends - 1 ? i + 1 : -1, i - ends, i + ends};
                for (int n : around) {
                    if (n >= 0 && n < labels.length && !seen[n] && labels[n] != 0) {
                        queue[size++] = n;
                        seen[n] = true;
                    }
                }
            }
            largest = Math.max(largest, size);
            all += size;
        }
        return all == 0 ? 0 : largest / (double) all;
    }

    private static Picture drawing(Shape shape, float thickness) {
        BufferedImage image = new BufferedImage(600, 480, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, 600, 480);
            pen.setColor(Color.BLACK);
            pen.setStroke(new BasicStroke(thickness));
            pen.draw(shape);
        } finally {
            pen.dispose();
        }
        return Picture.of(image, Rgb.WHITE);
    }

    @ParameterizedTest
    @EnumSource(Repeat.class)
    void onTheClothTheRepeatHasNoRegionBelowTheMinimum(Repeat repeat) {
        PointPaper paper = engine.design(
                        Pictures.photo(121, 85), Recipe.faithful(12).withRepeat(repeat))
                .pointPaper();
        Tiling tiling = repeat.tiling(paper.ends(), paper.lines());
        int width = 4 * paper.ends();
        byte[] cloth = new byte[width * 4 * paper.lines()];
        for (int i = 0; i < cloth.length; i++) {
            cloth[i] = paper.labels()[tiling.cell(i % width, i / width)];
        }
        assertThat(LabelMaps.smallestRegionInside(cloth, width)).isGreaterThanOrEqualTo(9);
    }
}
