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
        return down(across(plane, width, height), width, height);
    }

    private static float[] across(float[] in, int width, int height) {
        float[] out = new float[in.length];
        float[] row = new float[width + 2 * REACH];
        for (int y = 0; y < height; y++) {
            for (int x = -REACH; x < width + REACH; x++) {
                row[x + REACH] = in[y * width + reflected(x, width)];
            }
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int t = 0; t <= 2 * REACH; t++) {
                    sum += WEIGHTS[t] * row[x + t];
                }
                out[y * width + x] = sum;
            }
        }
        return out;
    }

    private static float[] down(float[] in, int width, int height) {
        float[] out = new float[in.length];
        for (int y = 0; y < height; y++) {
            for (int t = -REACH; t <= REACH; t++) {
                float weight = WEIGHTS[t + REACH];
                int from = reflected(y + t, height) * width;
                for (int x = 0; x < width; x++) {
                    out[y * width + x] += weight * in[from + x];
                }
            }
        }
        return out;
    }

    private static int reflected(int at, int length) {
        int i = at < 0 ? -1 - at : at;
        i = i >= length ? 2 * length - 1 - i : i;
        return Math.max(0, Math.min(length - 1, i));
    }
}
