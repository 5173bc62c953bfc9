package dev.shuttle.cli.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** What stands before the mist: a boat with its lantern, birds, and bamboo at the left edge. */
final class Foreground {
    private static final Color HULL = new Color(0x1d2f36);

    private Foreground() {}

    static void paint(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        boat(graphics, 700, 634);
        birds(graphics);
        Bamboo.paint(graphics);
        graphics.dispose();
    }

    private static void boat(Graphics2D graphics, double x, double y) {
        Graphics2D mirrored = (Graphics2D) graphics.create();
        mirrored.transform(new AffineTransform(1, 0, 0, -0.8, x, y + 1));
        mirrored.setPaint(new GradientPaint(0, 0, new Color(29, 47, 54, 150), 0, -90, new Color(29, 47, 54, 0)));
        mirrored.fill(hull());
        mirrored.fill(hood());
        mirrored.fill(fisher());
        mirrored.dispose();

        Graphics2D upright = (Graphics2D) graphics.create();
        upright.translate(x, y);
        upright.setColor(HULL);
        upright.fill(fisher());
        upright.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        upright.draw(Curves.bend(-64, -42, -84, -24, -102, -8, -118, 12));
        upright.setPaint(new GradientPaint(0, -44, new Color(0x8a6a45), 0, 0, new Color(0x3b3a35)));
        upright.fill(hood());
        upright.setPaint(new GradientPaint(0, -12, new Color(0x35474a), 0, 10, HULL));
        upright.fill(hull());
        upright.dispose();
        lantern(graphics, x + 62, y - 26);
    }

    private static Shape hull() {
        Path2D path = new Path2D.Double();
        path.moveTo(-112, -18);
        path.curveTo(-80, -4, 60, -4, 118, -24);
        path.curveTo(100, 0, 76, 10, 50, 10);
        path.lineTo(-60, 10);
        path.curveTo(-84, 10, -100, 0, -112, -18);
        path.closePath();
        return path;
    }

    private static Shape hood() {
        Path2D path = new Path2D.Double();
        path.moveTo(-34, -8);
        path.curveTo(-36, -52, 44, -54, 46, -9);
        path.closePath();
        return path;
    }

    /** A man with a wide straw hat at the stern. */
    private static Shape fisher() {
        Path2D path = new Path2D.Double();
        path.moveTo(-80, -10);
        path.curveTo(-82, -38, -78, -52, -70, -56);
        path.lineTo(-88, -56);
        path.lineTo(-67, -70);
        path.lineTo(-46, -56);
        path.lineTo(-62, -56);
        path.curveTo(-54, -48, -54, -30, -56, -10);
        path.closePath();
        return path;
    }

    private static void lantern(Graphics2D graphics, double x, double y) {
        for (int radius = 34; radius > 4; radius -= 2) {
            graphics.setColor(new Color(255, 196, 96, 9));
            graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }
        graphics.setColor(new Color(0xffe3a0));
        graphics.fill(new Ellipse2D.Double(x - 5, y - 6, 10, 12));
    }

    private static void birds(Graphics2D graphics) {
        graphics.setColor(new Color(38, 62, 70, 190));
        double[][] flock = {{540, 176, 15}, {584, 158, 12}, {606, 182, 10}, {500, 205, 11}, {640, 166, 8}};
        for (double[] bird : flock) {
            double x = bird[0];
            double y = bird[1];
            double span = bird[2];
            graphics.setStroke(new BasicStroke((float) (span / 6), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(Curves.bend(x - span, y - span * 0.3, x - span * 0.6, y - span * 0.7, x - 2, y - 2, x, y));
            graphics.draw(Curves.bend(x, y, x + 2, y - 3, x + span * 0.6, y - span * 0.8, x + span, y - span * 0.5));
        }
    }
}
