package dev.shuttle.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the page writes them, alike in both languages. */
public final class Figure {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long KILO = 1000;

    private Figure() {}

    /** A whole number, grouped by thousands. */
    public static String count(Number value) {
        return String.format(Locale.ENGLISH, "%,d", value.longValue());
    }

    /** At most {@code decimals} decimals, no trailing zeros. */
    public static String decimal(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** One decimal always, so that columns line up. */
    public static String tenths(double value) {
        return String.format(Locale.ENGLISH, "%,.1f", value);
    }

    /** A share of one as a percentage; what is there never shows as nothing. */
    public static String percent(double share) {
        return share > 0 && share < 0.0005 ? "< 0.1 %" : String.format(Locale.ENGLISH, "%.1f %%", share * 100);
    }

    /** A length in the unit that reads best. */
    public static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        boolean kilo = bytes < KILO * KILO;
        return decimal(bytes / (double) (kilo ? KILO : KILO * KILO), kilo ? 0 : 1) + (kilo ? " kB" : " MB");
    }

    /** A time in the unit that reads best. */
    public static String duration(long millis) {
        return millis < KILO ? millis + " ms" : decimal(millis / (double) KILO, 2) + " s";
    }

    /** To the millisecond, in UTC. */
    public static String time(Instant at) {
        return UTC.format(at);
    }
}
