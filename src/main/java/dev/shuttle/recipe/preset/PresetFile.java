package dev.shuttle.recipe.preset;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Gradients;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.recipe.Cloth;
import dev.shuttle.recipe.LoomKeys;
import dev.shuttle.recipe.Prices;
import dev.shuttle.recipe.RawRecipe;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.StyleKeys;
import dev.shuttle.recipe.WeaveKeys;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A preset as it is written; what a file leaves out has the engine's usual value. */
record PresetFile(RawRecipe file, CardShelf cards) {
    private static final int USUAL_COLOURS = 16;

    /** @throws RecipeException naming the key and the line */
    static PresetFile read(byte[] bytes, CardShelf cards) throws RecipeException {
        return new PresetFile(RawRecipe.preset(bytes), cards);
    }

    /**
     * @throws IllegalArgumentException where values do not go together
     * @throws PresetException where a yarn card cannot be used
     */
    Preset preset(String name) {
        return new Preset(
                name,
                text("title", name),
                text("description", ""),
                recipe(),
                cards.yarns(file.yarns("palette")),
                file.text("function"),
                file.text("prompt"),
                file.number("strength"),
                file.text("calibration"),
                file.pairs("weaves"),
                Prices.of(file.part("prices")),
                file.text("machine"),
                file.map("harness"));
    }

    private Preset.Text text(String key, String usual) {
        RawRecipe written = file.part(key);
        return written == null
                ? new Preset.Text(usual, usual)
                : new Preset.Text(
                        Objects.requireNonNull(written.text("en")), Objects.requireNonNull(written.text("zh")));
    }

    private Recipe recipe() {
        LoomKeys keys = new LoomKeys(
                file.whole("colours"),
                cards.palette(file.yarns("palette")),
                rgb("pinned"),
                rgb("protect"),
                StyleKeys.of(file.part("style")),
                Cloth.of(file.part("fabric")),
                ground(),
                repeat(),
                file.whole("min_region"),
                gradients(),
                WeaveKeys.of(file));
        return keys.over(Recipe.faithful(USUAL_COLOURS));
    }

    private List<Rgb> rgb(String key) {
        return file.texts(key).stream().map(Rgb::parse).toList();
    }

    private @Nullable Rgb ground() {
        String colour = file.text("ground");
        return colour == null ? null : Rgb.parse(colour);
    }

    private @Nullable Gradients gradients() {
        String word = file.text("gradients");
        return word == null ? null : LoomKeys.gradients(word);
    }

    private @Nullable Repeat repeat() {
        String word = file.text("repeat");
        return word == null ? null : LoomKeys.repeat(word);
    }
}
