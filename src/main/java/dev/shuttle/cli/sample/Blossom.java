package dev.shuttle.cli.sample;

import java.awt.geom.Ellipse2D;
import java.util.List;

/** A small five-petalled blossom, about 50 pixels in radius. */
final class Blossom {
    private static final Petal PETAL = new Petal(50, 38, 2, List.of(Jewel.IVORY, Jewel.MIST, Jewel.LAPIS));

    private Blossom() {}

    static void paint(Brush brush) {
        for (int i = 0; i < 5; i++) {
            brush.at(0, 0, i * 72.0, 1, b -> b.line(PETAL.rim(0.13), Jewel.GOLD, 12));
        }
        for (int i = 0; i < 5; i++) {
            brush.at(0, 0, i * 72.0, 1, b -> PETAL.paint(b, Jewel.LAPIS, 3.5));
        }
        for (int i = 0; i < 10; i++) {
            brush.at(0, 0, i * 36.0, 1, b -> b.fill(new Ellipse2D.Double(-3.5, -23, 7, 7), Jewel.STRAW));
        }
        brush.fill(new Ellipse2D.Double(-11, -11, 22, 22), Jewel.GOLD);
        brush.fill(new Ellipse2D.Double(-6, -6, 12, 12), Jewel.STRAW);
    }
}
