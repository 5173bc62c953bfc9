package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.shuttle.loom.colour.Rgb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key {@code palette} as it is written: the yarns themselves, or where they stand.
 *
 * @param colours {@code #rrggbb} each; empty where a card is named
 * @param card the name of a yarn card, never a path; null where colours are listed
 */
public record Yarns(List<String> colours, @Nullable String card) {
    /** Takes a copy. */
    public Yarns {
        colours = List.copyOf(colours);
    }

    @JsonCreator
    static Yarns of(Object written) {
        if (written instanceof List<?> list) {
            return new Yarns(list.stream().map(String::valueOf).toList(), null);
        }
        return new Yarns(List.of(), String.valueOf(written));
    }

    @JsonValue
    Object written() {
        return card == null ? colours : card;
    }

    /** The listed colours. */
    public List<Rgb> rgb() {
        return colours.stream().map(Rgb::parse).toList();
    }
}
