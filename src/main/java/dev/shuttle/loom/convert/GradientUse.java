package dev.shuttle.loom.convert;

import dev.shuttle.loom.design.Gradients;
import org.jspecify.annotations.Nullable;

/**
 * How the smooth gradients of a picture are drawn.
 *
 * @param asked what the recipe says
 * @param used the way taken; null where every border stays as it falls
 * @param share of the cells that lie in a gradient, 0 to 1
 */
public record GradientUse(Gradients asked, @Nullable Gradients used, double share) {}
