package dev.shuttle.preset;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shuttle.loom.Recipe;
import dev.shuttle.loom.Repeat;
import dev.shuttle.loom.Style;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.recipe.Cloth;
import dev.shuttle.recipe.LoomKeys;
import dev.shuttle.recipe.PresetWords;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Satin;
import dev.shuttle.recipe.Structure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A preset as it is written; what a file leaves out has the engine's usual value. */
@JsonNaming(SnakeCaseStrategy.class)
record PresetFile(
        Preset.@Nullable Text title,
        Preset.@Nullable Text description,
        @Nullable Integer colours,
        @Nullable Integer minRegion,
        @Nullable StyleFile style,
        @Nullable Cloth fabric,

        @Nullable @JsonDeserialize(converter = LoomKeys.RepeatWord.class)
        Repeat repeat,

        @Nullable List<String> palette,
        @Nullable List<String> pinned,
        @Nullable Structure structure,
        @Nullable Satin satin,
        @Nullable Integer wefts,
        @Nullable String function,
        @Nullable String prompt,
        @Nullable Double strength) {

    private static final int USUAL_COLOURS = 16;
    private static final JsonMapper JSON = new JsonMapper();

    /** @throws RecipeException naming the key and the line */
    static PresetFile read(byte[] bytes) throws RecipeException {
        return JSON.convertValue(PresetWords.read(bytes), PresetFile.class);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record StyleFile(
            @Nullable Double contrast,
            @Nullable Double saturation,
            @Nullable Integer smoothing,
            @Nullable Boolean edges) {
        Style style() {
            return new Style(
                    Objects.requireNonNullElse(contrast, Style.NONE.contrast()),
                    Objects.requireNonNullElse(saturation, Style.NONE.saturation()),
                    Objects.requireNonNullElse(smoothing, Style.NONE.smoothing()),
                    Objects.requireNonNullElse(edges, Style.NONE.edges()));
        }
    }

    /** @throws IllegalArgumentException where values do not go together */
    Preset preset(String name) {
        Preset.Text named = title == null ? new Preset.Text(name, name) : title;
        return new Preset(
                name,
                named,
                description == null ? new Preset.Text("", "") : description,
                recipe(),
                function,
                prompt,
                strength);
    }

    private Recipe recipe() {
        Recipe usual = Recipe.faithful(USUAL_COLOURS).withStyle(style == null ? Style.NONE : style.style());
        List<Rgb> card = palette == null ? null : rgb(palette);
        Recipe recipe = new LoomKeys(colours, card, fabric, repeat, minRegion).over(usual);
        return pinned == null ? recipe : recipe.withPinned(rgb(pinned));
    }

    private static List<Rgb> rgb(List<String> written) {
        return written.stream().map(Rgb::parse).toList();
    }
}
