package dev.shuttle.cli.sample;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * A peony petal standing on the origin, pointing up: a fan with a scalloped rim, filled in flat bands from rim to base
 * as brocades shade 退晕.
 *
 * @param length base to rim, pixels
 * @param spread half the fan's angle, degrees
 * @param lobes scallops along the rim
 * @param bands colours from rim to base
 */
record Petal(double length, double spread, int lobes, List<Jewel> bands) {
    private static final int STEPS = 160;
    private static final double[] BAND_SCALE = {1, 0.9, 0.74, 0.54, 0.33};

    void paint(Brush brush, Jewel outline, double width) {
        for (int band = 0; band < bands.size(); band++) {
            double scale = BAND_SCALE[band];
            Shape shape = AffineTransform.getScaleInstance(0.55 * scale + 0.45 * scale * scale, scale)
                    .createTransformedShape(rim(0.13 + 0.05 * band));
            brush.fill(shape, bands.get(band));
        }
        brush.line(rim(0.13), outline, width);
    }

    /** @param ruffle depth of the notches between scallops, share of the length */
    Shape rim(double ruffle) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, 0);
        for (int i = 0; i <= STEPS; i++) {
            double t = 2.0 * i / STEPS - 1;
            double angle = Math.toRadians(t * spread);
            double radius = length * envelope(t) * scallop(t, ruffle);
            path.lineTo(radius * Math.sin(angle), -radius * Math.cos(angle));
        }
        path.closePath();
        return path;
    }

    private static double envelope(double t) {
        return Math.pow(Math.max(0, 1 - Math.pow(Math.abs(t), 3.4)), 0.46);
    }

    private double scallop(double t, double ruffle) {
        double wave = Math.pow(Math.abs(Math.sin(lobes * Math.PI * (t + 1) / 2)), 0.55);
        return 1 - ruffle * (1 - wave) * (1 - 0.45 * Math.abs(t));
    }
}
