package dev.shuttle.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the page writes them, alike in both languages. */
final class Figure {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long KILO = 1000;

    private Figure() {}

    /** A whole number, grouped by thousands. */
    static String count(Number value) {
        return String.format(Locale.ENGLISH, "%,d", value.longValue());
    }

    /** At most {@code decimals} decimals, no trailing zeros. */
    static String decimal(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** One decimal always, so that columns line up. */
    static String tenths(double value) {
        return String.format(Locale.ENGLISH, "%,.1f", value);
    }

    static String percent(double share) {
        return share > 0 && share < 0.0005 ? "< 0.1 %" : String.format(Locale.ENGLISH, "%.1f %%", share * 100);
    }

    static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        boolean kilo = bytes < KILO * KILO;
        return decimal(bytes / (double) (kilo ? KILO : KILO * KILO), kilo ? 0 : 1) + (kilo ? " kB" : " MB");
    }

    static String duration(long millis) {
        return millis < KILO ? millis + " ms" : decimal(millis / (double) KILO, 2) + " s";
    }

    static String time(Instant at) {
        return UTC.format(at);
    }
}
