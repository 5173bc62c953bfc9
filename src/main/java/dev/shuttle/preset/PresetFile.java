package dev.shuttle.preset;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.shuttle.loom.Fabric;
import dev.shuttle.loom.Recipe;
import dev.shuttle.loom.Repeat;
import dev.shuttle.loom.Style;
import dev.shuttle.loom.colour.Rgb;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
        @Nullable FabricFile fabric,
        @Nullable String repeat,
        @Nullable List<String> palette,
        @Nullable List<String> pinned,
        @Nullable String structure,
        @Nullable Satin satin,
        @Nullable Integer wefts,
        @Nullable String function,
        @Nullable String prompt,
        @Nullable Double strength) {

    private static final int USUAL_COLOURS = 16;

    record Satin(int ends, int step) {}

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

    @JsonNaming(SnakeCaseStrategy.class)
    record FabricFile(
            @Nullable Double widthCm,
            @Nullable Double heightCm,
            @Nullable Double endsPerCm,
            @Nullable Double picksPerCm,
            @Nullable Integer ends,
            @Nullable Integer picks) {
        Fabric fabric() {
            return new Fabric(widthCm, heightCm, endsPerCm, picksPerCm, ends, picks);
        }
    }

    /** @throws IllegalArgumentException where a value is out of its range */
    Preset preset(String name) {
        if (strength != null && !(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength is 0.0 to 1.0, not " + strength);
        }
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
        Recipe usual = Recipe.faithful(Objects.requireNonNullElse(colours, USUAL_COLOURS));
        return usual.withMinRegion(Objects.requireNonNullElse(minRegion, Recipe.USUAL_MIN_REGION))
                .withStyle(style == null ? Style.NONE : style.style())
                .withFabric(fabric == null ? null : fabric.fabric())
                .withRepeat(repeat == null ? Repeat.NONE : repeat(repeat))
                .withPalette(rgb(palette))
                .withPinned(rgb(pinned));
    }

    private static Repeat repeat(String written) {
        return Arrays.stream(Repeat.values())
                .filter(repeat -> word(repeat).equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("repeat is one of "
                        + Arrays.stream(Repeat.values()).map(PresetFile::word).collect(joining(", ")) + ", not "
                        + written));
    }

    private static String word(Repeat repeat) {
        return repeat.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Rgb> rgb(@Nullable List<String> written) {
        return written == null ? List.of() : written.stream().map(Rgb::parse).toList();
    }
}
