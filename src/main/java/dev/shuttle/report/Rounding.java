package dev.shuttle.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The precision a report keeps: enough for the trade, short enough to read. */
final class Rounding {
    private Rounding() {}

    static double to(double value, int decimals) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a number a report can hold: " + value);
        }
        return BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue()
                + 0.0;
    }

    static @Nullable Double maybe(@Nullable Double value, int decimals) {
        return value == null || !Double.isFinite(value) ? null : Double.valueOf(to(value, decimals));
    }

    static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
