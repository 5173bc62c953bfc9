package dev.shuttle.recipe;

import dev.shuttle.loom.harness.Auxiliary;
import dev.shuttle.loom.harness.Boxes;
import dev.shuttle.loom.harness.Harness;
import dev.shuttle.loom.harness.Section;
import dev.shuttle.loom.harness.Span;
import dev.shuttle.loom.harness.Tie;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key {@code harness} as it is written, and over what a preset and the machine's file say. */
public final class HarnessKeys {
    static final String CENTRE = "centre";
    static final String LEFT = "left";

    private static final String WHOLE = "whole";
    /** What another tie does not take over. */
    private static final List<String> OF_THE_TIE = List.of("repeats", "border", "middle", "drawn", "sections");

    private HarnessKeys() {}

    static List<String> ties() {
        return Arrays.stream(Tie.values()).map(Word::of).toList();
    }

    static List<String> drawn() {
        return List.of("hooks", WHOLE);
    }

    /** What one says over another. */
    public static Map<String, Object> over(Map<String, ?> usual, Map<String, ?> said) {
        Map<String, Object> keys = new LinkedHashMap<>(usual);
        if (said.containsKey("tie") && !said.get("tie").equals(usual.get("tie"))) {
            OF_THE_TIE.forEach(keys::remove);
        }
        keys.putAll(said);
        return keys;
    }

    /**
     * The harness of these keys; null where none says how many hooks there are, and so no machine is meant.
     *
     * @param machine its name; null where it has none
     * @throws RecipeException where they do not go together
     */
    public static @Nullable Harness harness(Map<String, Object> keys, @Nullable String machine) throws RecipeException {
        if (keys.isEmpty()) {
            return null;
        }
        RawRecipe written = new RawRecipe(keys);
        Integer hooks = written.whole("hooks");
        if (hooks == null) {
            throw new RecipeException(
                    "harness: nothing says how many hooks the machine has", "add harness.hooks, or name a machine");
        }
        String tie = written.text("tie");
        String sections = written.text("sections");
        RawRecipe boxes = written.part("shuttle_boxes");
        try {
            return new Harness(
                    machine,
                    tie == null ? Tie.STRAIGHT : Word.value(Tie.class, tie),
                    hooks,
                    offset(keys.get("offset")),
                    written.texts("cast_out").stream().map(Span::read).toList(),
                    Objects.requireNonNullElse(written.whole("row"), 1),
                    written.whole("selvedge_hooks"),
                    auxiliary(written.part("auxiliary")),
                    Objects.requireNonNullElse(written.whole("repeats"), 1),
                    Objects.requireNonNullElse(written.whole("border"), 0),
                    Objects.requireNonNullElse(written.whole("middle"), 2),
                    WHOLE.equals(written.text("drawn")),
                    sections == null ? List.of() : Section.read(sections),
                    boxes == null
                            ? null
                            : new Boxes(
                                    Objects.requireNonNull(boxes.whole("left")),
                                    Objects.requireNonNull(boxes.whole("right"))));
        } catch (IllegalArgumentException e) {
            throw new RecipeException("harness: " + e.getMessage(), "mend the harness, or the machine's file");
        }
    }

    private static @Nullable Integer offset(@Nullable Object written) {
        return written == null || written.equals(CENTRE)
                ? null
                : written.equals(LEFT) ? Integer.valueOf(0) : (Integer) written;
    }

    private static Auxiliary auxiliary(@Nullable RawRecipe written) {
        return written == null
                ? Auxiliary.NONE
                : new Auxiliary(written.wholes("selector"), written.whole("regulator"), written.wholes("box"));
    }
}
