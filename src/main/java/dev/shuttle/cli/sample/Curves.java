package dev.shuttle.cli.sample;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** The lines an ornament is made of. */
final class Curves {
    private Curves() {}

    static Shape line(double x1, double y1, double x2, double y2) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
        return path;
    }

    /** A cubic Bézier curve through eight coordinates. */
    static Shape bend(double... c) {
        Path2D path = new Path2D.Double();
        path.moveTo(c[0], c[1]);
        path.curveTo(c[2], c[3], c[4], c[5], c[6], c[7]);
        return path;
    }

    /**
     * A spiral about the origin that ends at {@code radius}.
     *
     * @param from the angle where it ends outside, degrees
     * @param turns how often it goes round; negative the other way
     */
    static Path2D spiral(double radius, double from, double turns) {
        Path2D path = new Path2D.Double();
        int steps = 90;
        for (int i = 0; i <= steps; i++) {
            double share = (double) i / steps;
            double angle = Math.toRadians(from + 360 * turns * (1 - share));
            double r = radius * (0.12 + 0.88 * share);
            double x = r * Math.cos(angle);
            double y = r * Math.sin(angle);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }
}
