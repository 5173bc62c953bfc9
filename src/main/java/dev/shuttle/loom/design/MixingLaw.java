package dev.shuttle.loom.design;

/**
 * How threads that are too fine to be told apart mix, beyond their share of the surface (J. A. C. Yule, W. J. Nielsen, 1951).
 *
 * @param spread the exponent by which the smaller of two shares is seen less: floats bow over what binds them; 1: as it is
 * @param n of Yule and Nielsen: 1 adds light, more makes mixtures darker, as light wanders from thread to thread
 */
public record MixingLaw(double spread, double n) {
    /** Light adds up by share of the surface. */
    public static final MixingLaw PLAIN = new MixingLaw(1, 1);

    public static final double LEAST_SPREAD = 0.4;
    public static final double MOST_SPREAD = 2.5;
    public static final double MOST_N = 4;

    public MixingLaw {
        if (!(spread >= LEAST_SPREAD && spread <= MOST_SPREAD && n >= 1 && n <= MOST_N)) {
            throw new IllegalArgumentException("spread is " + LEAST_SPREAD + " to " + MOST_SPREAD + " and n 1 to "
                    + MOST_N + ", not " + spread + " and " + n);
        }
    }

    /** The share that is seen of a share of the surface; 0, a half and 1 stay. */
    public double seen(double share) {
        if (spread == 1) {
            return share;
        }
        double one = Math.pow(share, spread);
        return one / (one + Math.pow(1 - share, spread));
    }

    /** Light in the measure in which it adds up. */
    public double measure(double light) {
        return n == 1 ? light : Math.pow(light, 1 / n);
    }

    /** Back from the measure to light. */
    public double light(double measure) {
        return n == 1 ? measure : Math.pow(measure, n);
    }

    /** Two lights, of the first {@code share} of the surface. */
    public double mixed(double one, double other, double share) {
        double seen = seen(share);
        return light(seen * measure(one) + (1 - seen) * measure(other));
    }
}
