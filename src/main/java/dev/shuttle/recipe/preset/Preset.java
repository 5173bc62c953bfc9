package dev.shuttle.recipe.preset;

import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.yarn.Yarn;
import dev.shuttle.recipe.Prices;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named recipe.
 *
 * @param recipe what the loom engine does
 * @param yarns of the card that its palette names; empty where none is
 * @param function what the cloud is asked to do; null: the configured function
 * @param prompt in what words; null: the configured prompt
 * @param strength how far from the original, 0 to 1; null: the configured strength
 * @param calibration by which colours are predicted; null: none
 * @param weaves of colours, by what names them: formulas, or names of files
 * @param prices what the mill pays; null: nobody says
 * @param machine its name; null: none
 * @param harness the machine's hooks and how they are tied, as it is written
 */
public record Preset(
        String name,
        Text title,
        Text description,
        Recipe recipe,
        List<Yarn> yarns,
        @Nullable String function,
        @Nullable String prompt,
        @Nullable Double strength,
        @Nullable String calibration,
        Map<String, String> weaves,
        @Nullable Prices prices,
        @Nullable String machine,
        Map<String, Object> harness) {
    public Preset {
        harness = Collections.unmodifiableMap(new LinkedHashMap<>(harness));
        weaves = Collections.unmodifiableMap(new LinkedHashMap<>(weaves));
    }

    /** Colours of its loom image, unless a ticket says otherwise. */
    public int colours() {
        return recipe.colours();
    }

    /** A text in both languages. */
    public record Text(String en, String zh) {
        /** The text in a language. */
        public String in(Locale locale) {
            return locale.getLanguage().equals("zh") ? zh : en;
        }
    }
}
