package dev.shuttle.provider;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Scales, flattens and pads. */
final class PictureDrawing {
    private PictureDrawing() {}

    /** The picture as the fit wants it, opaque RGB. */
    static BufferedImage draw(BufferedImage source, Fit fit) {
        BufferedImage scaled = scale(flatten(source), fit.width(), fit.height());
        return fit.padded() ? pad(scaled, fit) : scaled;
    }

    private static BufferedImage flatten(BufferedImage source) {
        if (source.getType() == BufferedImage.TYPE_INT_RGB) {
            return source;
        }
        BufferedImage flat = opaque(source.getWidth(), source.getHeight());
        Graphics2D pen = flat.createGraphics();
        pen.drawImage(source, 0, 0, Color.WHITE, null);
        pen.dispose();
        return flat;
    }

    /** Halves first: a single bicubic step would skip pixels when it shrinks more than that. */
    private static BufferedImage scale(BufferedImage source, int width, int height) {
        BufferedImage step = source;
        while (step.getWidth() >= 2 * width && step.getHeight() >= 2 * height) {
            step = resample(step, step.getWidth() / 2, step.getHeight() / 2, true);
        }
        return step.getWidth() == width && step.getHeight() == height ? step : resample(step, width, height, false);
    }

    private static BufferedImage resample(BufferedImage source, int width, int height, boolean halving) {
        BufferedImage target = opaque(width, height);
        Graphics2D pen = target.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                halving ? RenderingHints.VALUE_INTERPOLATION_BILINEAR : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(source, 0, 0, width, height, null);
        pen.dispose();
        return target;
    }

    /** Repeats the outermost pixels, so that no border is drawn which the model would then paint around. */
    private static BufferedImage pad(BufferedImage picture, Fit fit) {
        BufferedImage padded = opaque(fit.sentWidth(), fit.sentHeight());
        int[] row = new int[fit.sentWidth()];
        for (int y = 0; y < fit.sentHeight(); y++) {
            int from = Math.min(fit.height() - 1, Math.max(0, y - fit.top()));
            picture.getRGB(0, from, fit.width(), 1, row, fit.left(), fit.width());
            Arrays.fill(row, 0, fit.left(), row[fit.left()]);
            int end = fit.left() + fit.width();
            Arrays.fill(row, end, row.length, row[end - 1]);
            padded.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return padded;
    }

    private static BufferedImage opaque(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }
}
