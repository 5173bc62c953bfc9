package dev.shuttle.cli.sample;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** Peony leaves, each of pointed leaflets in two greens with a drawn rib. */
final class Foliage {
    private Foliage() {}

    /** A leaf of three leaflets, standing on the origin, pointing up, about 150 pixels long. */
    static void leaf(Brush brush) {
        brush.mirrored(half -> half.at(6, -26, 46, 0.74, b -> leaflet(b, 130, 34)));
        leaflet(brush, 150, 38);
    }

    /** A leaf of five leaflets, about 170 pixels long. */
    static void spray(Brush brush) {
        brush.line(Curves.line(0, 20, 0, -60), Jewel.GOLD, 7);
        brush.mirrored(half -> half.at(4, -6, 74, 0.62, b -> leaflet(b, 130, 34)));
        brush.mirrored(half -> half.at(4, -40, 42, 0.72, b -> leaflet(b, 140, 36)));
        brush.at(0, -30, 0, 0.95, b -> leaflet(b, 150, 38));
    }

    private static void leaflet(Brush brush, double length, double width) {
        Shape whole = outline(length, width);
        brush.line(whole, Jewel.GOLD, 9);
        brush.fill(whole, Jewel.JADE);
        brush.fill(half(length, width), Jewel.PINE);
        brush.fill(outline(length * 0.62, width * 0.3), Jewel.CELADON);
        brush.line(Curves.bend(0, 0, 0, -length * 0.3, 0, -length * 0.6, 0, -length * 0.86), Jewel.PINE, 3.5);
        for (int i = 1; i <= 3; i++) {
            double y = -length * (0.14 + 0.17 * i);
            double reach = width * (0.78 - 0.13 * i);
            brush.line(Curves.bend(0, y + 14, reach * 0.4, y + 8, reach * 0.7, y - 2, reach, y - 14), Jewel.CELADON, 3);
            brush.line(Curves.bend(0, y + 14, -reach * 0.4, y + 8, -reach * 0.7, y - 2, -reach, y - 14), Jewel.PINE, 3);
        }
    }

    private static Path2D outline(double length, double width) {
        Path2D path = half(length, width);
        path.curveTo(-width * 0.5, -length * 0.78, -width * 1.35, -length * 0.36, 0, 0);
        path.closePath();
        return path;
    }

    /** The right half, base to tip. */
    private static Path2D half(double length, double width) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, 0);
        path.curveTo(width * 1.35, -length * 0.36, width * 0.5, -length * 0.78, 0, -length);
        return path;
    }
}
