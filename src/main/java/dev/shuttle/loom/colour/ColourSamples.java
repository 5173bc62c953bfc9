package dev.shuttle.loom.colour;

/** Weighted places in the perceptual space. */
final class ColourSamples {
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

    int count() {
        return weights.length;
    }
}
