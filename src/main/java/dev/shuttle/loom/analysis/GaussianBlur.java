package dev.shuttle.loom.analysis;

/** A Gaussian blur with a standard deviation of 1.5 pixels, the border reflected. */
final class GaussianBlur {
    private static final int REACH = 6;
    private static final float[] WEIGHTS = weights();

    private GaussianBlur() {}

    private static float[] weights() {
        float[] weights = new float[2 * REACH + 1];
        double sum = 0;
        for (int i = -REACH; i <= REACH; i++) {
            sum += Math.exp(-i * i / 4.5);
        }
        for (int i = -REACH; i <= REACH; i++) {
            weights[i + REACH] = (float) (Math.exp(-i * i / 4.5) / sum);
        }
        return weights;
    }

    static float[] of(float[] plane, int width, int height) {
        return along(along(plane, width, height, 1, width), width, height, width, height);
    }

    private static float[] along(float[] in, int width, int height, int step, int length) {
        float[] out = new float[in.length];
        for (int i = 0; i < width * height; i++) {
            int at = step == 1 ? i % width : i / width;
            float sum = 0;
            for (int t = -REACH; t <= REACH; t++) {
                sum += WEIGHTS[t + REACH] * in[i + (reflected(at + t, length) - at) * step];
            }
            out[i] = sum;
        }
        return out;
    }

    private static int reflected(int at, int length) {
        int i = at < 0 ? -1 - at : at;
        i = i >= length ? 2 * length - 1 - i : i;
        return Math.max(0, Math.min(length - 1, i));
    }
}
