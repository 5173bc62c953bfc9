package dev.shuttle.pipeline.paper;

import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.Recipe;
import org.jspecify.annotations.Nullable;

/** The fabric of a point paper that is woven as it is: a cell for each pixel. */
public final class PaperFabric {
    private PaperFabric() {}

    /**
     * A recipe for a paper of this size.
     *
     * @param density null: the recipe's
     * @throws IllegalArgumentException where it has more ends than the recipe's machine hooks
     */
    public static Recipe of(Recipe recipe, int ends, int lines, @Nullable Density density) {
        Fabric usual = recipe.fabric();
        if (usual == null && density == null) {
            return recipe;
        }
        Density known = density != null ? density : recipe.grid(ends, lines).density();
        return recipe.withFabric(new Fabric(
                null, null, known.endsPerCm(), known.linesPerCm(), ends, lines, usual == null ? null : usual.hooks()));
    }
}
