package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Calibration;
import dev.shuttle.loom.design.MixingLaw;
import org.jspecify.annotations.Nullable;

/**
 * How yarns look on the face and how they mix there.
 *
 * @param calibration measured; null: yarns have the colours of their card, and light adds up by share of the surface
 */
record Mixing(@Nullable Calibration calibration) {
    static final Mixing PLAIN = new Mixing(null);

    static Mixing of(@Nullable Calibration calibration) {
        return calibration == null ? PLAIN : new Mixing(calibration);
    }

    /** A yarn by itself. */
    Light light(Rgb yarn) {
        if (calibration == null) {
            return Light.of(yarn);
        }
        Lab measured = calibration.yarns().get(yarn);
        return measured == null ? Light.of(yarn).scaled(calibration.tone()) : Light.of(measured);
    }

    /**
     * The card's colour of a yarn that nobody measured and that gives a light although {@code share} of another yarn shows in it, as
     * far as there is such a yarn.
     */
    Rgb dyed(Light wanted, Rgb other, double share) {
        if (calibration == null) {
            return wanted.without(Light.of(other), share).rgb();
        }
        MixingLaw law = calibration.law();
        Light shown = light(other);
        return new Light(
                        without(law, wanted.red(), shown.red(), share),
                        without(law, wanted.green(), shown.green(), share),
                        without(law, wanted.blue(), shown.blue(), share))
                .scaled(1 / calibration.tone())
                .rgb();
    }

    private static double without(MixingLaw law, double wanted, double other, double share) {
        double seen = law.seen(share);
        double rest = (law.measure(wanted) - seen * law.measure(other)) / (1 - seen);
        return law.light(Math.max(0, Math.min(1, rest)));
    }

    /** Two lights, of the first {@code share} of the surface. */
    Light mixed(Light one, Light other, double share) {
        if (calibration == null) {
            return one.mixed(other, share);
        }
        MixingLaw law = calibration.law();
        return new Light(
                law.mixed(one.red(), other.red(), share),
                law.mixed(one.green(), other.green(), share),
                law.mixed(one.blue(), other.blue(), share));
    }
}
