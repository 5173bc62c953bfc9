package dev.shuttle.recipe;

import dev.shuttle.loom.colour.Rgb;
import java.util.List;
import java.util.Objects;

/**
 * One of the colours under {@code brocading} as it is written.
 *
 * @param colour {@code #rrggbb}
 */
public record Brocade(String colour) {
    static List<Brocade> of(List<RawRecipe> written) {
        return written.stream()
                .map(one -> new Brocade(Objects.requireNonNull(one.text("colour"))))
                .toList();
    }

    static List<Rgb> rgb(List<Brocade> written) {
        return written.stream().map(one -> Rgb.parse(one.colour())).toList();
    }
}
