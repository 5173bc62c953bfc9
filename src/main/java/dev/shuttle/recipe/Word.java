package dev.shuttle.recipe;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.Locale;

/** {@code half-drop} for HALF_DROP: how an enum's value is written in YAML and JSON. */
final class Word {
    private Word() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E value(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** For Jackson, which the engine does not know. */
    static final class Write extends StdConverter<Enum<?>, String> {
        @Override
        public String convert(Enum<?> value) {
            return of(value);
        }
    }
}
