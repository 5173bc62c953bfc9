package dev.shuttle.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order costs, by the prices that were given; what has no price is not in it.
 *
 * @param currency of all amounts
 * @param metres length of the order
 * @param waste of the yarn, 0 to 1, which is in the kilograms
 * @param yarns in the order of the report's
 * @param picksPerInch by which weaving is paid
 * @param pick price of a pick an inch, a metre; absent where none is given
 * @param weaving of the whole order; absent likewise
 * @param fixed for the whole order; absent where none is given
 * @param total of what has a price
 * @param perMetre of it
 * @param colourways what the same order costs in other colours; empty where the ticket names none
 */
public record Cost(
        String currency,
        double metres,
        double waste,
        List<Line> yarns,
        double picksPerInch,
        @Nullable Double pick,
        @Nullable Double weaving,
        @Nullable Double fixed,
        double total,
        double perMetre,
        List<Way> colourways) {
    /** Takes copies. */
    public Cost {
        colourways = colourways == null ? List.of() : List.copyOf(colourways);
        yarns = yarns == null ? List.of() : List.copyOf(yarns);
        picksPerInch = Rounding.to(picksPerInch, 1);
        weaving = Rounding.maybe(weaving, 2);
        total = Rounding.to(total, 2);
        perMetre = Rounding.to(perMetre, 2);
    }

    /**
     * A yarn of the order.
     *
     * @param kg with waste
     * @param price of a kg; absent where none is given
     * @param amount absent likewise
     */
    public record Line(
            String system,
            @Nullable String name,
            double kg,
            @Nullable Double price,
            @Nullable Double amount) {
        public Line {
            kg = Rounding.to(kg, 4);
            amount = Rounding.maybe(amount, 2);
        }
    }

    /**
     * The order in a colourway; picks and what is fixed are the same.
     *
     * @param number the colourway's
     * @param yarns in the order of its need
     * @param total of what has a price
     * @param perMetre of it
     */
    public record Way(int number, List<Line> yarns, double total, double perMetre) {
        /** Takes a copy. */
        public Way {
            yarns = yarns == null ? List.of() : List.copyOf(yarns);
            total = Rounding.to(total, 2);
            perMetre = Rounding.to(perMetre, 2);
        }
    }
}
