package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The key {@code prices}: what the mill pays. None has a usual value.
 *
 * @param currency in which all of them are
 * @param metres length of the order
 * @param warp a kg of warp, selvedges among it
 * @param binder a kg of binding warp
 * @param weft a kg of any weft
 * @param wefts a kg of single wefts, by their letters from A, the first; before {@code weft}
 * @param pick weaving: for each pick an inch, a metre
 * @param fixed for the whole order: design, cards, warping
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Prices(
        String currency,
        @Nullable Double metres,
        @Nullable Double warp,
        @Nullable Double binder,
        @Nullable Double weft,
        Map<String, Double> wefts,
        @Nullable Double pick,
        @Nullable Double fixed) {
    /** Of the wefts, the first first. */
    static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H");

    public Prices {
        wefts = wefts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(wefts));
    }

    /** A ticket's or a preset's; null where it says nothing. */
    public static @Nullable Prices of(@Nullable RawRecipe written) {
        return written == null
                ? null
                : new Prices(
                        Objects.requireNonNull(written.text("currency")),
                        written.number("metres"),
                        written.number("warp"),
                        written.number("binder"),
                        written.number("weft"),
                        letters(written.part("wefts")),
                        written.number("pick"),
                        written.number("fixed"));
    }

    /** The length that amounts are reckoned for, m. */
    public double length() {
        return metres == null ? 1 : metres;
    }

    /** A kg of a weft, by its number from 0; null where nobody says. */
    public @Nullable Double weft(int number) {
        return number < LETTERS.size() ? wefts.getOrDefault(LETTERS.get(number), weft) : weft;
    }

    private static Map<String, Double> letters(@Nullable RawRecipe written) {
        Map<String, Double> prices = new TreeMap<>();
        for (String letter : written == null ? List.<String>of() : LETTERS) {
            Double price = Objects.requireNonNull(written).number(letter);
            if (price != null) {
                prices.put(letter, price);
            }
        }
        return prices;
    }
}
