package dev.shuttle.cli.sample;

import java.awt.geom.Ellipse2D;
import java.util.List;

/** A peony 牡丹 in full bloom, seen from the front, mirrored left to right. */
final class Peony {
    private final List<Jewel> outer;
    private final List<Jewel> inner;
    private final Jewel outline;

    Peony(List<Jewel> outer, List<Jewel> inner, Jewel outline) {
        this.outer = outer;
        this.inner = inner;
        this.outline = outline;
    }

    /** Paints it about the origin, 280 pixels in radius. */
    void paint(Brush brush) {
        halo(brush);
        ring(brush, 8, 0, new Petal(276, 33, 5, outer), 0);
        ring(brush, 8, 22.5, new Petal(226, 33, 4, outer), 2);
        ring(brush, 7, 0, new Petal(176, 36, 4, inner), 6);
        stamens(brush);
        ring(brush, 5, 180, new Petal(112, 42, 3, inner), 12);
        ring(brush, 3, 180, new Petal(70, 52, 3, outer), 14);
        heart(brush);
    }

    private void halo(Brush brush) {
        Petal petal = new Petal(276, 33, 5, outer);
        for (double angle : Angles.topDown(8, 0)) {
            brush.at(0, 0, angle, nearness(angle), b -> b.line(petal.rim(0.13), Jewel.GOLD, 20));
        }
    }

    /** Petals in mirrored pairs from the top down, so that the lower lie over the upper on both sides. */
    private void ring(Brush brush, int petals, double turned, Petal petal, double lowered) {
        for (double angle : Angles.topDown(petals, turned)) {
            brush.at(0, lowered, angle, nearness(angle), b -> petal.paint(b, outline, 4));
        }
    }

    /** The bloom leans a little: what points down is nearer. */
    private static double nearness(double angle) {
        return 1 - 0.05 * Math.cos(Math.toRadians(angle));
    }

    private static void stamens(Brush brush) {
        for (int i = 0; i < 28; i++) {
            double length = i % 2 == 0 ? 128 : 116;
            brush.at(0, 8, i * 360.0 / 28, 1, b -> {
                b.line(Curves.line(0, -70, 0, -length), Jewel.GOLD, 4);
                b.fill(new Ellipse2D.Double(-6, -length - 9, 12, 14), Jewel.STRAW);
            });
        }
    }

    private void heart(Brush brush) {
        brush.at(0, 14, 0, 1, b -> {
            for (double angle : new double[] {-34, 34, 0}) {
                b.at(0, 12, angle, 1, pod -> {
                    pod.fill(new Ellipse2D.Double(-12, -40, 24, 46), Jewel.CELADON);
                    pod.fill(new Ellipse2D.Double(-6, -26, 12, 30), Jewel.JADE);
                    pod.line(new Ellipse2D.Double(-12, -40, 24, 46), outline, 3.5);
                });
            }
        });
    }
}
