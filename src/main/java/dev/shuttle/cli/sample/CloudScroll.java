package dev.shuttle.cli.sample;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** An auspicious cloud 如意云: volutes in flat bands with tails to both sides. */
final class CloudScroll {
    /** Centre x, centre y and radius of the lobes right of the axis. */
    private static final double[][] LOBES = {{0, -34, 50}, {62, -4, 44}, {118, 22, 32}};

    private CloudScroll() {}

    /** Paints it about the origin, about 400 pixels wide and 120 high, mirrored left to right. */
    static void paint(Brush brush) {
        brush.line(body(0), Jewel.STRAW, 7);
        brush.fill(body(0), Jewel.MIST);
        brush.fill(body(9), Jewel.IVORY);
        brush.fill(body(16), Jewel.MIST);
        brush.fill(body(24), Jewel.TEAL);
        brush.mirrored(CloudScroll::volutes);
    }

    private static void volutes(Brush brush) {
        brush.at(62, -4, 0, 1, b -> b.line(Curves.spiral(20, 120, 1.4), Jewel.IVORY, 5));
        brush.at(118, 22, 0, 1, b -> b.line(Curves.spiral(12, 120, 1.1), Jewel.STRAW, 5));
        brush.at(17, -36, 0, 1, b -> b.line(Curves.spiral(14, 90, 1.3), Jewel.STRAW, 5));
    }

    private static Shape body(double inset) {
        Area area = new Area();
        for (double[] lobe : LOBES) {
            area.add(circle(lobe[0], lobe[1], lobe[2] - inset));
            area.add(circle(-lobe[0], lobe[1], lobe[2] - inset));
        }
        Area tail = new Area(tail(inset));
        area.add(tail);
        area.add(tail.createTransformedArea(AffineTransform.getScaleInstance(-1, 1)));
        return area;
    }

    private static Shape tail(double inset) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, inset * 0.4 - 10);
        path.curveTo(60, inset - 8, 120, inset + 4, 210 - inset * 2.2, 44);
        path.curveTo(150, 56 - inset * 0.5, 80, 60 - inset, 0, 44 - inset);
        path.closePath();
        return path;
    }

    private static Area circle(double x, double y, double radius) {
        double r = Math.max(radius, 1);
        return new Area(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
    }
}
