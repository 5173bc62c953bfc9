package dev.shuttle.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket or a preset says, held against the rules before, so that each value is of its key's kind. What is not said
 * is null or empty. It is read by hand: binding by reflection takes a third of a second of a program's start.
 */
public final class RawRecipe {
    private final Map<String, ?> values;

    RawRecipe(Map<String, ?> values) {
        this.values = values;
    }

    /**
     * Reads a preset, by the same rules as a ticket.
     *
     * @throws RecipeException naming each key that is wrong, its line, and what is allowed
     */
    public static RawRecipe preset(byte[] bytes) throws RecipeException {
        return new RawRecipe(RecipeValidator.values(bytes, Vocabulary.PRESET));
    }

    /** A text, or a word of a choice. */
    public @Nullable String text(String key) {
        return (String) values.get(key);
    }

    /** A whole number. */
    public @Nullable Integer whole(String key) {
        return (Integer) values.get(key);
    }

    /** A number. */
    public @Nullable Double number(String key) {
        return (Double) values.get(key);
    }

    /** {@code true} or {@code false}. */
    public @Nullable Boolean flag(String key) {
        return (Boolean) values.get(key);
    }

    /** A list of whole numbers. */
    List<Integer> wholes(String key) {
        List<Integer> wholes = new ArrayList<>();
        if (values.get(key) instanceof List<?> list) {
            for (Object whole : list) {
                wholes.add((Integer) whole);
            }
        }
        return wholes;
    }

    /** What stands under a key that has keys of its own; empty where nothing is said. */
    public Map<String, Object> map(String key) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (values.get(key) instanceof Map<?, ?> written) {
            map.putAll(strings(written));
        }
        return map;
    }

    /** A list of texts. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (values.get(key) instanceof List<?> list) {
            for (Object text : list) {
                texts.add((String) text);
            }
        }
        return texts;
    }

    /** Texts by keys of their own, in the order in which they are written; empty where nothing is said. */
    public Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (values.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, text) -> pairs.put((String) name, (String) text));
        }
        return pairs;
    }

    /** A list of colours or the name of a card. */
    public @Nullable Yarns yarns(String key) {
        Object written = values.get(key);
        return written == null ? null : Yarns.of(written);
    }

    /** A number of wefts; null where nothing is said of it. */
    public @Nullable Wefts wefts(String key) {
        Object written = values.get(key);
        return written == null ? null : Wefts.of(written);
    }

    /** Keys of its own. */
    public @Nullable RawRecipe part(String key) {
        if (!(values.get(key) instanceof Map<?, ?> map)) {
            return null;
        }
        return new RawRecipe(strings(map));
    }

    /** A list of keys of their own. */
    public List<RawRecipe> parts(String key) {
        List<RawRecipe> parts = new ArrayList<>();
        if (values.get(key) instanceof List<?> list) {
            for (Object part : list) {
                parts.add(new RawRecipe(strings((Map<?, ?>) part)));
            }
        }
        return parts;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> strings(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }
}
