package dev.shuttle.loom.calibration;

import dev.shuttle.loom.colour.Lab;
import java.util.Locale;
import java.util.Optional;

/** The light and the observer that L*a*b* was measured for. */
public enum Viewing {
    D65_10("D65/10"),
    D65_2("D65/2"),
    D50_10("D50/10"),
    D50_2("D50/2");

    private final String words;

    Viewing(String words) {
        this.words = words;
    }

    /** {@code D65/10}, {@code d50 2°} and the like. */
    public static Optional<Viewing> of(String written) {
        String plain = written.toUpperCase(Locale.ROOT).replaceAll("[^D0-9]", "");
        for (Viewing viewing : values()) {
            if (plain.equals(viewing.words.replace("/", ""))) {
                return Optional.of(viewing);
            }
        }
        return Optional.empty();
    }

    /**
     * The colour under D65. Between the observers values stay, as each is relative to its own white; more would take the
     * spectrum.
     */
    Lab lab(double lightness, double a, double b) {
        return this == D50_10 || this == D50_2 ? Lab.underD50(lightness, a, b) : new Lab(lightness, a, b);
    }

    @Override
    public String toString() {
        return words;
    }
}
