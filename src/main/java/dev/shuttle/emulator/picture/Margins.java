package dev.shuttle.emulator.picture;

import java.awt.image.BufferedImage;

/** Pixels added around a picture; the new ground mirrors the picture's edge. */
public record Margins(int left, int top, int right, int bottom) {
    /** Nothing added. */
    public static final Margins NONE = new Margins(0, 0, 0, 0);

    /** The picture with these margins. */
    public BufferedImage around(BufferedImage picture) {
        if (equals(NONE)) {
            return picture;
        }
        int width = picture.getWidth() + left + right;
        int height = picture.getHeight() + top + bottom;
        BufferedImage wider = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = mirrored(x - left, picture.getWidth());
                int fromY = mirrored(y - top, picture.getHeight());
                wider.setRGB(x, y, picture.getRGB(fromX, fromY));
            }
        }
        return wider;
    }

    private static int mirrored(int position, int length) {
        int folded = Math.floorMod(position, 2 * length);
        return folded < length ? folded : 2 * length - 1 - folded;
    }
}
