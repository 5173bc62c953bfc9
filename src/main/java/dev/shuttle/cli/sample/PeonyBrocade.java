package dev.shuttle.cli.sample;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * One repeat 花回 of a peony brocade in flat colours with anti-aliased edges: a bloom amid leaves, a second bloom at the
 * corners and clouds across the borders, so that it goes on without a seam to all sides.
 */
final class PeonyBrocade {
    private static final int SIZE = 1024;
    private static final double MIDDLE = SIZE / 2.0;

    private static final Peony CRIMSON = new Peony(
            List.of(Jewel.IVORY, Jewel.BLUSH, Jewel.ROSE, Jewel.GARNET),
            List.of(Jewel.BLUSH, Jewel.ROSE, Jewel.GARNET, Jewel.MAROON),
            Jewel.MAROON);
    private static final Peony GOLDEN = new Peony(
            List.of(Jewel.IVORY, Jewel.STRAW, Jewel.GOLD, Jewel.GARNET),
            List.of(Jewel.STRAW, Jewel.GOLD, Jewel.GARNET, Jewel.MAROON),
            Jewel.MAROON);

    private PeonyBrocade() {}

    static BufferedImage draw() {
        BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Brush brush = Brush.on(picture);
        ground(brush);
        brush.at(MIDDLE, MIDDLE, 0, 1, PeonyBrocade::vines);
        borders(brush);
        brush.at(MIDDLE, MIDDLE, 0, 1, PeonyBrocade::leaves);
        corners(brush);
        brush.at(MIDDLE, MIDDLE, 0, 0.98, CRIMSON::paint);
        return picture;
    }

    private static void ground(Brush brush) {
        brush.fill(new Rectangle2D.Double(0, 0, SIZE, SIZE), Jewel.INK);
        for (int y = 0; y <= SIZE; y += 64) {
            for (int x = 0; x <= SIZE; x += 64) {
                brush.at(x + (y / 64 % 2) * 32.0, y, 0, 1, PeonyBrocade::lozenge);
            }
        }
    }

    private static void lozenge(Brush brush) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -12);
        path.quadTo(3, -3, 12, 0);
        path.quadTo(3, 3, 0, 12);
        path.quadTo(-3, 3, -12, 0);
        path.quadTo(-3, -3, 0, -12);
        brush.fill(path, Jewel.TEAL);
    }

    private static void vines(Brush brush) {
        brush.mirrored(side -> {
            for (double turn : new double[] {0, 180}) {
                side.at(0, 0, turn, 1, PeonyBrocade::vine);
            }
        });
    }

    /** Up and to the right of the bloom: a stem that parts into two blossoms, with tendrils. */
    private static void vine(Brush brush) {
        brush.line(Curves.bend(150, -150, 190, -260, 180, -320, 236, -372), Jewel.GOLD, 8);
        brush.line(Curves.bend(150, -150, 260, -190, 320, -180, 372, -236), Jewel.GOLD, 8);
        tendril(brush, 150, -330, 200, -3, 1.25);
        tendril(brush, 338, -136, 70, 3, -1.25);
    }

    private static void tendril(Brush brush, double x, double y, double degrees, double from, double turns) {
        brush.at(x, y, degrees, 1, b -> b.line(Curves.spiral(24, from, turns), Jewel.GOLD, 6));
    }

    private static void leaves(Brush brush) {
        brush.mirrored(side -> {
            side.at(188, -188, 45, 1.0, Foliage::spray);
            side.at(188, 188, 135, 1.0, Foliage::spray);
            side.at(240, -66, 76, 1.0, Foliage::leaf);
            side.at(240, 86, 104, 1.0, Foliage::leaf);
            side.at(104, -236, 24, 0.9, Foliage::leaf);
            side.at(104, 242, 156, 0.9, Foliage::leaf);
            for (double turn : new double[] {0, 180}) {
                side.at(0, 0, turn, 1, b -> {
                    b.at(240, -378, 12, 0.96, Blossom::paint);
                    b.at(378, -240, 66, 0.96, Blossom::paint);
                });
            }
        });
    }

    private static void corners(Brush brush) {
        for (int corner = 0; corner < 4; corner++) {
            brush.at(corner % 2 * SIZE, corner / 2 * SIZE, 0, 1, PeonyBrocade::corner);
        }
    }

    private static void corner(Brush brush) {
        for (int i = 0; i < 4; i++) {
            brush.at(0, 0, 90.0 * i, 1, b -> b.at(0, -176, 0, 0.86, Foliage::leaf));
        }
        brush.at(0, 0, 0, 0.72, GOLDEN::paint);
    }

    private static void borders(Brush brush) {
        for (int side = 0; side < 2; side++) {
            brush.at(MIDDLE, side * SIZE, 0, 1.02, CloudScroll::paint);
            brush.at(side * SIZE, MIDDLE, 0, 1.02, CloudScroll::paint);
        }
        brush.at(MIDDLE, 146, 0, 0.9, Butterfly::paint);
        brush.at(MIDDLE, SIZE - 150, 180, 0.7, Butterfly::paint);
    }
}
