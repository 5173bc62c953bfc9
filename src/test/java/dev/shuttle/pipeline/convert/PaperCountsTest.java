package dev.shuttle.pipeline.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.cloth.Papers;
import dev.shuttle.loom.cloth.WeftTrial;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.design.YarnCounts;
import dev.shuttle.loom.format.IndexedPng;
import dev.shuttle.recipe.Ticket;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What room yarns of known counts have follows from the density, be it that of a point paper's file. */
class PaperCountsTest {
    private static final String[] EIGHT = {
        "#b3242b", "#f4ecd8", "#1f4e79", "#e0a526", "#2c5f34", "#704214", "#7d7f90", "#101010"
    };

    /** The numbers of wefts that are considered for a paper of which nobody knows anything but its file. */
    private static List<WeftTrial> considered(Density density) throws Exception {
        PointPaper blobs = Papers.of(LabelMaps.BLOBS, 40, 40, EIGHT);
        PointPaper paper = new PointPaper(40, 40, blobs.labels(), blobs.palette(), density);
        YarnCounts counts =
                new YarnCounts(Arrays.stream(EIGHT).collect(Collectors.toMap(Rgb::parse, colour -> 26.6)), null, null);
        Recipe recipe = Recipe.faithful(8)
                .withWeave(WeaveOrder.of(StructureKind.TAQUETE).weighed(counts));

        PaperWeaving.Woven woven =
                PaperWeaving.of(IndexedPng.write(paper, 1), Ticket.NONE, recipe, null, new LoomEngine(1));

        return Objects.requireNonNull(woven.design().cloth()).trials();
    }

    /** Of 26.6 tex four wefts have room in a line at 21 a cm. */
    @Test
    void theFilesDensityBoundsTheWefts() throws Exception {
        assertThat(considered(Papers.SHU)).extracting(WeftTrial::wefts).last().isEqualTo(4);
    }

    @Test
    void withoutADensityNoCountBoundsThem() throws Exception {
        assertThat(considered(Density.SQUARE))
                .extracting(WeftTrial::wefts)
                .last()
                .isEqualTo(8);
    }
}
