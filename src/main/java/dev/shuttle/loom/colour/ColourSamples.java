package dev.shuttle.loom.colour;

/** Weighted places in the perceptual space. */
final class ColourSamples {
    /** Side of the regions in which colours count as alike; as many of them each way hold all of sRGB. */
    private static final float REGION = 8;

    private static final int REGIONS = 18;
    /** Chroma at which a colour weighs twice what grey does. */
    private static final float VIVID = 15;

    private final float[] places;
    private final float[] weights;

    /**
     * @param places three floats a sample
     * @param weights one a sample, above 0
     */
    ColourSamples(float[] places, float[] weights) {
        this.places = places;
        this.weights = weights;
    }

    float[] places() {
        return places;
    }

    float[] weights() {
        return weights;
    }

    /** From groups of four: weight and the weighted sums of coded red, green and blue. */
    static ColourSamples of(double[] sums) {
        int count = 0;
        for (int at = 0; at < sums.length; at += 4) {
            count += sums[at] > 0 ? 1 : 0;
        }
        float[] places = new float[3 * count];
        float[] weights = new float[count];
        int i = 0;
        for (int at = 0; at < sums.length; at += 4) {
            double weight = sums[at];
            if (weight > 0) {
                weights[i] = (float) weight;
                PerceptualSpace.write(
                        (float) (sums[at + 1] / weight),
                        (float) (sums[at + 2] / weight),
                        (float) (sums[at + 3] / weight),
                        places,
                        3 * i++);
            }
        }
        return new ColourSamples(places, weights);
    }

    /**
     * The same places, but the more samples lie near one another the less each of them weighs, and the more vivid a
     * colour is the more: {@code power} 1 changes nothing, 0 would give every region of the space the same weight.
     */
    ColourSamples tempered(double power) {
        if (power == 1) {
            return this;
        }
        double[] regions = new double[REGIONS * REGIONS * REGIONS];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            regions[region(i)] += weights[i];
            total += weights[i];
        }
        float[] tempered = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double vivid = 1 + Math.hypot(places[3 * i + 1], places[3 * i + 2]) / VIVID;
            tempered[i] = (float) (weights[i] * vivid * Math.pow(regions[region(i)] / total, power - 1));
        }
        return new ColourSamples(places, tempered);
    }

    private int region(int sample) {
        int region = 0;
        for (int t = 0; t < 3; t++) {
            float from = t == 0 ? 0 : -REGION * REGIONS / 2f;
            int step = (int) ((places[3 * sample + t] - from) / REGION);
            region = region * REGIONS + Math.max(0, Math.min(REGIONS - 1, step));
        }
        return region;
    }

    int count() {
        return weights.length;
    }
}
