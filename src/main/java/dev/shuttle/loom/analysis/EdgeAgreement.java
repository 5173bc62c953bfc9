package dev.shuttle.loom.analysis;

/**
 * Compares where two lightness planes have edges: Canny's (1986) thin edges after a blur, with thresholds of 10 and 20 %
 * of the lightness range on the Sobel gradient, found again within one cell.
 */
final class EdgeAgreement {
    private static final float LOW = 10;
    private static final float HIGH = 20;

    private EdgeAgreement() {}

    /** Adds to {@code counts}: edges of the source, of them found again; edges of the result, of them rightly there. */
    static void count(float[] source, float[] result, int width, int height, long[] counts) {
        boolean[] before = edges(source, width, height);
        boolean[] after = edges(result, width, height);
        for (int i = 0; i < before.length; i++) {
            if (before[i]) {
                counts[0]++;
                counts[1] += isNear(after, i, width, height) ? 1 : 0;
            }
            if (after[i]) {
                counts[2]++;
                counts[3] += isNear(before, i, width, height) ? 1 : 0;
            }
        }
    }

    /** The harmonic mean of recall and precision; 1 where neither has an edge. */
    static double f1(long[] counts) {
        if (counts[0] == 0 && counts[2] == 0) {
            return 1;
        }
        double recall = counts[0] == 0 ? 0 : counts[1] / (double) counts[0];
        double precision = counts[2] == 0 ? 0 : counts[3] / (double) counts[2];
        return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
    }

    private static boolean isNear(boolean[] edges, int i, int width, int height) {
        int x = i % width;
        int y = i / width;
        for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
            for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                if (edges[ny * width + nx]) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean[] edges(float[] plane, int width, int height) {
        float[] smooth = GaussianBlur.of(plane, width, height);
        float[] strength = new float[plane.length];
        byte[] direction = new byte[plane.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                gradient(smooth, y * width + x, width, strength, direction);
            }
        }
        boolean[] edges = new boolean[plane.length];
        int[] stack = new int[plane.length];
        for (int i = 0; i < plane.length; i++) {
            if (!edges[i] && strength[i] >= HIGH && isCrest(strength, direction, i, width)) {
                follow(strength, direction, i, width, edges, stack);
            }
        }
        return edges;
    }

    private static void gradient(float[] p, int i, int w, float[] strength, byte[] direction) {
        float dx = p[i - w + 1] + 2 * p[i + 1] + p[i + w + 1] - p[i - w - 1] - 2 * p[i - 1] - p[i + w - 1];
        float dy = p[i + w - 1] + 2 * p[i + w] + p[i + w + 1] - p[i - w - 1] - 2 * p[i - w] - p[i - w + 1];
        strength[i] = (float) Math.sqrt(dx * dx + dy * dy);
        float steep = Math.abs(dy);
        float flat = Math.abs(dx);
        boolean falling = (dx > 0) == (dy > 0);
        direction[i] = (byte) (steep < 0.4142f * flat ? 0 : flat < 0.4142f * steep ? 1 : falling ? 2 : 3);
    }

    private static boolean isCrest(float[] strength, byte[] direction, int i, int width) {
        int step = switch (direction[i]) {
            case 0 -> 1;
            case 1 -> width;
            case 2 -> width + 1;
            default -> width - 1;
        };
        return strength[i] >= strength[i - step] && strength[i] >= strength[i + step];
    }

    private static void follow(float[] strength, byte[] direction, int start, int width, boolean[] edges, int[] stack) {
        int top = 0;
        stack[top++] = start;
        edges[start] = true;
        while (top > 0) {
            int i = stack[--top];
            for (int dy = -width; dy <= width; dy += width) {
                for (int dx = -1; dx <= 1; dx++) {
                    int j = i + dy + dx;
                    if (!edges[j] && strength[j] >= LOW && isCrest(strength, direction, j, width)) {
                        edges[j] = true;
                        stack[top++] = j;
                    }
                }
            }
        }
    }
}
