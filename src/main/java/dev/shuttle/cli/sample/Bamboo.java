package dev.shuttle.cli.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Bamboo 竹 near the viewer, as one paints it with ink: jointed culms, leaves in hanging sheaves. */
final class Bamboo {
    private Bamboo() {}

    static void paint(Graphics2D graphics) {
        culm(graphics, 190, 15, 0.10, 0x5e8784, 150);
        sheaf(graphics, 259, 96, 0.9, 80, 0x4f7d78, 160);
        sheaf(graphics, 239, 318, 0.8, 40, 0x4f7d78, 160);
        culm(graphics, 64, 26, 0.05, 0x2c5650, 235);
        culm(graphics, 118, 20, -0.03, 0x244b48, 245);
        sheaf(graphics, 101, 62, 1.25, 30, 0x1f4743, 240);
        sheaf(graphics, 106, 196, 1.15, 50, 0x1b403d, 245);
        sheaf(graphics, 90, 165, 1.0, 140, 0x244f49, 235);
        sheaf(graphics, 112, 420, 1.0, 42, 0x1f4743, 240);
        sheaf(graphics, 82, 330, 0.95, 118, 0x2c5650, 225);
    }

    /** @param lean how far it leans right per pixel of height */
    private static void culm(Graphics2D graphics, double foot, double thick, double lean, int rgb, int alpha) {
        double y = 800;
        double x = foot;
        for (int joint = 0; y > 0; joint++) {
            double length = 96 + 7 * joint;
            Path2D section = new Path2D.Double();
            double waist = thick * 0.44;
            double top = x + lean * length;
            section.moveTo(x - thick / 2, y - 2);
            section.curveTo(x - waist, y - 14, top - waist, y - length + 16, top - thick / 2, y - length + 3);
            section.lineTo(top + thick / 2, y - length + 3);
            section.curveTo(top + waist, y - length + 16, x + waist, y - 14, x + thick / 2, y - 2);
            section.closePath();
            graphics.setPaint(new GradientPaint(
                    (float) (x - thick * 0.2),
                    0,
                    ink(Gradient.blend(rgb, 0xc8d8b4, 0.34), alpha),
                    (float) (x + thick * 0.6),
                    0,
                    ink(rgb, alpha)));
            graphics.fill(section);
            x = top;
            y -= length;
        }
    }

    /** Leaves that hang from a twig growing towards {@code direction} degrees, clockwise from right. */
    private static void sheaf(
            Graphics2D graphics, double x, double y, double scale, double direction, int rgb, int alpha) {
        Graphics2D twig = (Graphics2D) graphics.create();
        twig.transform(AffineTransform.getTranslateInstance(x, y));
        twig.rotate(Math.toRadians(direction));
        twig.scale(scale, scale);
        twig.setColor(ink(rgb, alpha));
        twig.setStroke(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        twig.draw(Curves.bend(0, 0, 30, -8, 62, -6, 104, 4));
        double[][] leaves = {
            {30, -5, -34, 92}, {48, -6, 40, 104}, {70, -5, -22, 110}, {88, -1, 30, 118}, {104, 4, 4, 128}
        };
        for (double[] leaf : leaves) {
            leaf(twig, leaf, rgb, alpha);
        }
        twig.dispose();
    }

    private static void leaf(Graphics2D twig, double[] leaf, int rgb, int alpha) {
        Graphics2D blade = (Graphics2D) twig.create();
        blade.translate(leaf[0], leaf[1]);
        blade.rotate(Math.toRadians(leaf[2]));
        float length = (float) leaf[3];
        blade.setPaint(new GradientPaint(
                0, 0, ink(rgb, alpha), length, 0, ink(Gradient.blend(rgb, 0x9fc0a4, 0.5), (int) (alpha * 0.9))));
        Path2D path = new Path2D.Double();
        path.moveTo(0, 0);
        path.curveTo(length * 0.22, -12, length * 0.55, -9, length, 3);
        path.curveTo(length * 0.6, 8, length * 0.25, 10, 0, 0);
        blade.fill(path);
        blade.dispose();
    }

    private static Color ink(int rgb, int alpha) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, alpha);
    }
}
