package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.colour.SrgbTransfer;

/** Colours as light, which is what the eye adds up where threads are too fine to be told apart; 0 to 1 each. */
record Light(double red, double green, double blue) {
    static Light of(Rgb colour) {
        return new Light(
                SrgbTransfer.linear(colour.red()),
                SrgbTransfer.linear(colour.green()),
                SrgbTransfer.linear(colour.blue()));
    }

    /** As far as a screen shows it. */
    static Light of(Lab colour) {
        double[] linear = colour.linear();
        return new Light(within(linear[0]), within(linear[1]), within(linear[2]));
    }

    /** So many times as much of it. */
    Light scaled(double factor) {
        return new Light(within(factor * red), within(factor * green), within(factor * blue));
    }

    /** {@code share} of this, the rest of the other. */
    Light mixed(Light other, double share) {
        double rest = 1 - share;
        return new Light(
                share * red + rest * other.red, share * green + rest * other.green, share * blue + rest * other.blue);
    }

    /** What has to be mixed with {@code share} of the other to give this, as far as there is such a light. */
    Light without(Light other, double share) {
        double rest = 1 - share;
        return new Light(
                within((red - share * other.red) / rest),
                within((green - share * other.green) / rest),
                within((blue - share * other.blue) / rest));
    }

    private static double within(double light) {
        return Math.max(0, Math.min(1, light));
    }

    /** How bright it is: the Y of sRGB (IEC 61966-2-1). */
    double luminance() {
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    Rgb rgb() {
        return new Rgb(SrgbTransfer.coded(red), SrgbTransfer.coded(green), SrgbTransfer.coded(blue));
    }
}
