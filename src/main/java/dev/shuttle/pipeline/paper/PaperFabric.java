package dev.shuttle.pipeline.paper;

import dev.shuttle.loom.design.Along;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.Recipe;
import java.util.List;
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
        Integer hooks = usual == null ? null : usual.hooks();
        if (density == null && usual != null && !usual.densities().isEmpty()) {
            Density warp = recipe.grid(ends, lines).density();
            return recipe.withFabric(
                    new Fabric(null, null, warp.endsPerCm(), null, ends, lines, hooks, usual.densities()));
        }
        Density known = density != null
                ? density.fitted(lines)
                : recipe.grid(ends, lines).density();
        Double even = known.isEven() ? Double.valueOf(known.linesPerCm()) : null;
        List<Along.Part> densities = known.stretches().stream()
                .map(stretch -> new Along.Part(null, stretch.lines(), null, stretch.linesPerCm()))
                .toList();
        return recipe.withFabric(new Fabric(null, null, known.endsPerCm(), even, ends, lines, hooks, densities));
    }
}
