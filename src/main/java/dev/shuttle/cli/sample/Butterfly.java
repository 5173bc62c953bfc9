package dev.shuttle.cli.sample;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A butterfly with spread wings, head up, about 190 pixels wide: the peony's companion 蝶恋花. */
final class Butterfly {
    private Butterfly() {}

    static void paint(Brush brush) {
        brush.mirrored(Butterfly::wings);
        brush.mirrored(b -> {
            b.line(Curves.bend(2, -30, 8, -62, 22, -78, 44, -74), Jewel.STRAW, 4);
            b.fill(new Ellipse2D.Double(38, -80, 12, 12), Jewel.STRAW);
        });
        Ellipse2D body = new Ellipse2D.Double(-8, -34, 16, 80);
        brush.line(body, Jewel.STRAW, 7);
        brush.fill(body, Jewel.MAROON);
        brush.line(Curves.line(-5, 4, 5, 4), Jewel.GOLD, 4);
        brush.line(Curves.line(-5, 18, 5, 18), Jewel.GOLD, 4);
    }

    private static void wings(Brush brush) {
        wing(brush, lower(), Jewel.ROSE, Jewel.BLUSH, 12, 20);
        brush.fill(new Ellipse2D.Double(34, 34, 16, 16), Jewel.STRAW);
        wing(brush, upper(), Jewel.LAPIS, Jewel.MIST, 12, -20);
        brush.fill(new Ellipse2D.Double(56, -46, 20, 20), Jewel.STRAW);
        brush.fill(new Ellipse2D.Double(61, -41, 10, 10), Jewel.GARNET);
        brush.line(Curves.bend(10, -8, 26, -14, 40, -20, 52, -27), Jewel.IVORY, 3.5);
    }

    private static void wing(Brush brush, Shape shape, Jewel rim, Jewel inside, double x, double y) {
        brush.line(shape, Jewel.STRAW, 8);
        brush.fill(shape, rim);
        brush.fill(about(shape, x, y, 0.78), Jewel.IVORY);
        brush.fill(about(shape, x, y, 0.68), inside);
    }

    private static Shape about(Shape shape, double x, double y, double scale) {
        AffineTransform shrunk = AffineTransform.getTranslateInstance(x, y);
        shrunk.scale(scale, scale);
        shrunk.translate(-x, -y);
        return shrunk.createTransformedShape(shape);
    }

    private static Path2D upper() {
        Path2D path = new Path2D.Double();
        path.moveTo(4, -6);
        path.curveTo(14, -50, 56, -86, 98, -70);
        path.curveTo(92, -56, 100, -48, 92, -34);
        path.curveTo(84, -28, 86, -16, 74, -8);
        path.curveTo(54, 8, 24, 6, 4, -6);
        path.closePath();
        return path;
    }

    private static Path2D lower() {
        Path2D path = new Path2D.Double();
        path.moveTo(4, 0);
        path.curveTo(40, -6, 76, 12, 74, 36);
        path.curveTo(66, 40, 70, 52, 60, 58);
        path.curveTo(56, 72, 62, 84, 54, 96);
        path.curveTo(42, 82, 40, 70, 30, 62);
        path.curveTo(14, 50, 6, 24, 4, 0);
        path.closePath();
        return path;
    }
}
