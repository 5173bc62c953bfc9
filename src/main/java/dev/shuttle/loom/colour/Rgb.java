package dev.shuttle.loom.colour;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An sRGB colour, 0 to 255 each. */
public record Rgb(int red, int green, int blue) {
    public static final Rgb WHITE = new Rgb(255, 255, 255);
    public static final Rgb BLACK = new Rgb(0, 0, 0);

    public Rgb {
        if (((red | green | blue) & ~255) != 0) {
            throw new IllegalArgumentException("an sRGB value is 0 to 255: " + red + ", " + green + ", " + blue);
        }
    }

    /** The colour of a packed 0xRRGGBB; the top byte is ignored. */
    public static Rgb of(int packed) {
        return new Rgb(packed >> 16 & 255, packed >> 8 & 255, packed & 255);
    }

    /** The colour of {@code #rrggbb}, with or without the #. */
    public static Rgb parse(String hex) {
        String digits = hex.startsWith("#") ? hex.substring(1) : hex;
        if (!digits.matches("[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("a colour is written #rrggbb, not " + hex);
        }
        return of(Integer.parseInt(digits, 16));
    }

    /** 0xRRGGBB. */
    public int packed() {
        return red << 16 | green << 8 | blue;
    }

    /** {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", packed());
    }

    /** By hand: what the JVM makes of a record costs a short conversion more than finding the palette. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rgb rgb && rgb.packed() == packed();
    }

    @Override
    public int hashCode() {
        return 31 * (31 * red + green) + blue;
    }

    @Override
    public String toString() {
        return hex();
    }
}
