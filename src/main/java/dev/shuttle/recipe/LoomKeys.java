package dev.shuttle.recipe;

import com.fasterxml.jackson.databind.util.StdConverter;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Brocaded;
import dev.shuttle.loom.design.Gradients;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.WeaveOrder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tickets and presets alike say to the loom engine; null leaves a value as it is. */
public record LoomKeys(
        @Nullable Integer colours,
        @Nullable List<Rgb> palette,
        @Nullable List<Rgb> pinned,
        @Nullable List<Rgb> protect,
        @Nullable StyleKeys style,
        @Nullable Cloth fabric,
        @Nullable Rgb ground,
        @Nullable Repeat repeat,
        @Nullable Integer minRegion,
        @Nullable Gradients gradients,
        WeaveKeys weave) {

    /**
     * A recipe with these values in it.
     *
     * @throws IllegalArgumentException where they do not go together
     */
    public Recipe over(Recipe usual) {
        Recipe recipe = usual.withProtect(List.of()).withPinned(List.of());
        recipe = colours == null ? recipe : recipe.withColours(colours);
        recipe = recipe.withPinned(pinned == null ? pinned(usual) : pinned);
        recipe = recipe.withProtect(protect == null ? usual.protect() : protect);
        recipe = style == null ? recipe : recipe.withStyle(style.over(usual.style()));
        recipe = palette == null ? recipe : recipe.withPalette(palette);
        recipe = fabric == null ? recipe : recipe.withFabric(fabric.over(usual.fabric()));
        recipe = ground == null ? recipe : recipe.withGround(ground);
        recipe = repeat == null ? recipe : recipe.withRepeat(repeat);
        recipe = minRegion == null ? recipe : recipe.withMinRegion(minRegion);
        recipe = gradients == null ? recipe : recipe.withGradients(gradients);
        recipe = recipe.withWeave(weave.over(usual.weave()));
        WeaveOrder order = recipe.weave();
        if (order == null || !order.kind().hasBinders() || order.brocading().isEmpty()) {
            return recipe;
        }
        // what bobbins weave is there exactly
        List<Rgb> exact = Stream.concat(
                        recipe.pinned().stream(), order.brocading().stream().map(Brocaded::colour))
                .distinct()
                .toList();
        return recipe.withPinned(exact);
    }

    /** Without what is pinned only because it is protected. */
    private List<Rgb> pinned(Recipe usual) {
        return protect == null
                ? usual.pinned()
                : usual.pinned().stream()
                        .filter(colour -> !usual.protect().contains(colour))
                        .toList();
    }

    /** The repeat that {@code half-drop} and the like stand for. */
    public static Repeat repeat(String word) {
        return Word.value(Repeat.class, word);
    }

    /** The way of drawing gradients that {@code hatch} and the like stand for. */
    public static Gradients gradients(String word) {
        return Word.value(Gradients.class, word);
    }

    /** Reads {@code hatch}. */
    public static final class GradientsWord extends StdConverter<String, Gradients> {
        @Override
        public Gradients convert(String word) {
            return gradients(word);
        }
    }

    /** Reads {@code half-drop}; the engine does not know Jackson. */
    public static final class RepeatWord extends StdConverter<String, Repeat> {
        @Override
        public Repeat convert(String word) {
            return repeat(word);
        }
    }
}
