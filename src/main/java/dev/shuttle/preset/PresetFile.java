package dev.shuttle.preset;

import dev.shuttle.loom.Fabric;
import dev.shuttle.loom.Recipe;
import dev.shuttle.loom.Repeat;
import dev.shuttle.loom.Style;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.yaml.YamlException;
import dev.shuttle.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A preset as it is written; what a file leaves out has the engine's usual value. */
record PresetFile(
        Preset.@Nullable Text title,
        Preset.@Nullable Text description,
        @Nullable Integer colours,
        @Nullable Integer minRegion,
        @Nullable Style style,
        @Nullable Fabric fabric,
        @Nullable String repeat,
        List<Rgb> palette,
        List<Rgb> pinned,
        @Nullable String function,
        @Nullable String prompt,
        @Nullable Double strength) {

    private static final int USUAL_COLOURS = 16;
    private static final Set<String> KEYS = Set.of(
            "title",
            "description",
            "colours",
            "min_region",
            "style",
            "fabric",
            "repeat",
            "palette",
            "pinned",
            "structure",
            "satin",
            "wefts",
            "function",
            "prompt",
            "strength");

    /**
     * @param cards where a palette that is a yarn card's file is looked for
     * @throws YamlException where a key or the kind of its value is unknown
     * @throws PresetException where a yarn card cannot be used
     * @throws IllegalArgumentException where a value is out of its range
     */
    static PresetFile of(YamlMapping file, CardShelf cards) throws YamlException {
        file.allow(KEYS);
        checkStructure(file);
        return new PresetFile(
                text(file.mapping("title")),
                text(file.mapping("description")),
                file.whole("colours"),
                file.whole("min_region"),
                style(file.mapping("style")),
                fabric(file.mapping("fabric")),
                file.text("repeat"),
                cards.palette(file, "palette"),
                CardShelf.colours(file, "pinned"),
                file.text("function"),
                file.text("prompt"),
                file.number("strength"));
    }

    /** Read for the point paper's sake too: a file that another version understands shall not stop this one. */
    private static void checkStructure(YamlMapping file) throws YamlException {
        file.text("structure");
        file.whole("wefts");
        YamlMapping satin = file.mapping("satin");
        if (satin != null) {
            satin.allow(Set.of("ends", "step"));
            satin.whole("ends");
            satin.whole("step");
        }
    }

    private static Preset.@Nullable Text text(@Nullable YamlMapping written) throws YamlException {
        if (written == null) {
            return null;
        }
        written.allow(Set.of("en", "zh"));
        String en = written.text("en");
        String zh = written.text("zh");
        return new Preset.Text(en != null ? en : zh != null ? zh : "", zh != null ? zh : en != null ? en : "");
    }

    private static @Nullable Style style(@Nullable YamlMapping written) throws YamlException {
        if (written == null) {
            return null;
        }
        written.allow(Set.of("contrast", "saturation", "smoothing", "edges"));
        return new Style(
                Objects.requireNonNullElse(written.number("contrast"), Style.NONE.contrast()),
                Objects.requireNonNullElse(written.number("saturation"), Style.NONE.saturation()),
                Objects.requireNonNullElse(written.whole("smoothing"), Style.NONE.smoothing()),
                Objects.requireNonNullElse(written.flag("edges"), Style.NONE.edges()));
    }

    private static @Nullable Fabric fabric(@Nullable YamlMapping written) throws YamlException {
        if (written == null) {
            return null;
        }
        written.allow(Set.of("width_cm", "height_cm", "ends_per_cm", "picks_per_cm", "ends", "picks"));
        return new Fabric(
                written.number("width_cm"),
                written.number("height_cm"),
                written.number("ends_per_cm"),
                written.number("picks_per_cm"),
                written.whole("ends"),
                written.whole("picks"));
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
                .withStyle(style == null ? Style.NONE : style)
                .withFabric(fabric)
                .withRepeat(repeat == null ? Repeat.NONE : repeat(repeat))
                .withPalette(palette)
                .withPinned(pinned);
    }

    private static Repeat repeat(String written) {
        List<String> words = new ArrayList<>();
        for (Repeat repeat : Repeat.values()) {
            words.add(word(repeat));
            if (word(repeat).equalsIgnoreCase(written)) {
                return repeat;
            }
        }
        throw new IllegalArgumentException("repeat is one of " + String.join(", ", words) + ", not " + written);
    }

    private static String word(Repeat repeat) {
        return repeat.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
