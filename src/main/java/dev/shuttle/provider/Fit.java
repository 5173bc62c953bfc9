package dev.shuttle.provider;

import java.awt.image.BufferedImage;

/**
 * How a picture is made to fit a model's limits: scaled first, and where its proportions still do not fit, padded.
 *
 * <p>It depends on nothing but the source's size and the model, so it can be worked out again after a restart.
 *
 * @param width the scaled picture's width in pixels
 * @param height the scaled picture's height in pixels
 * @param left pixels of padding on the left
 * @param top pixels of padding on top
 * @param sentWidth the sent picture's width, padding included
 * @param sentHeight the sent picture's height, padding included
 */
public record Fit(int width, int height, int left, int top, int sentWidth, int sentHeight) {

    /** The fit of a picture of this size, both above 0. */
    public static Fit of(int sourceWidth, int sourceHeight, PictureLimits limits) {
        double scale = scale(sourceWidth, sourceHeight, limits);
        int width = side(sourceWidth * scale, limits);
        int height = side(sourceHeight * scale, limits);
        int shortest = Math.max(limits.minSide(), ceilDiv(Math.max(width, height), limits.maxRatio()));
        int sentWidth = Math.max(width, shortest);
        int sentHeight = Math.max(height, shortest);
        return new Fit(width, height, (sentWidth - width) / 2, (sentHeight - height) / 2, sentWidth, sentHeight);
    }

    /** Never enlarges a picture beyond what its shorter side needs, never past the longest side. */
    private static double scale(int width, int height, PictureLimits limits) {
        double longer = Math.max(width, height);
        double shorter = Math.min(width, height);
        double up = Math.max(1, limits.minSide() / shorter);
        return Math.min(up, limits.maxSide() / longer);
    }

    private static int side(double exact, PictureLimits limits) {
        return (int) Math.max(1, Math.min(limits.maxSide(), Math.round(exact)));
    }

    private static int ceilDiv(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** Whether anything was added around the picture. */
    public boolean padded() {
        return sentWidth != width || sentHeight != height;
    }

    /**
     * Takes the padding off a result again. The result may have another size than what was sent; the padding is taken to have kept
     * its share of each side.
     */
    public BufferedImage undo(BufferedImage result) {
        if (!padded()) {
            return result;
        }
        double across = (double) result.getWidth() / sentWidth;
        double down = (double) result.getHeight() / sentHeight;
        int x = (int) Math.min(result.getWidth() - 1L, Math.round(left * across));
        int y = (int) Math.min(result.getHeight() - 1L, Math.round(top * down));
        int cropWidth = (int) Math.max(1, Math.min(result.getWidth() - x, Math.round(width * across)));
        int cropHeight = (int) Math.max(1, Math.min(result.getHeight() - y, Math.round(height * down)));
        return result.getSubimage(x, y, cropWidth, cropHeight);
    }
}
