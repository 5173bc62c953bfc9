package dev.shuttle.loom.convert;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.image.Picture;
import org.jspecify.annotations.Nullable;

/**
 * What the engine made of a picture.
 *
 * @param coloursAsked the recipe's number; where the palette has fewer, the picture does not have more that differ
 * @param cloth the point paper woven; null where the recipe has no weave
 * @param source the upright picture before any style, for comparison; with no more detail than is seen beside the grid, and
 *     stretched as the grid is where its pick density changes
 */
public record LoomDesign(
        PointPaper pointPaper,
        Cleaning cleaning,
        GradientUse gradients,
        Repeat repeat,
        int coloursAsked,
        @Nullable Cloth cloth,
        Picture source,
        Timings timings) {
    /** Whether the picture had fewer distinguishable colours than the recipe's number. */
    public boolean hasFewerColours() {
        return pointPaper.palette().size() < coloursAsked;
    }
}
