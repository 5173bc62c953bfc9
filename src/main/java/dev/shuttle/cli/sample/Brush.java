package dev.shuttle.cli.sample;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Flat colour and drawn outline 勾边, moved about the cloth. */
final class Brush {
    private final Graphics2D graphics;

    private Brush(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static Brush on(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        return new Brush(graphics);
    }

    void fill(Shape shape, Jewel jewel) {
        graphics.setColor(jewel.colour);
        graphics.fill(shape);
    }

    void line(Shape shape, Jewel jewel, double width) {
        graphics.setColor(jewel.colour);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** Paints with the origin at (x, y), turned clockwise by {@code degrees}, enlarged by {@code scale}. */
    void at(double x, double y, double degrees, double scale, Consumer<Brush> painting) {
        AffineTransform placed = AffineTransform.getTranslateInstance(x, y);
        placed.rotate(Math.toRadians(degrees));
        placed.scale(scale, scale);
        within(placed, painting);
    }

    /** Paints twice: as it is, and mirrored at the upright axis through x = 0. */
    void mirrored(Consumer<Brush> painting) {
        within(new AffineTransform(), painting);
        within(AffineTransform.getScaleInstance(-1, 1), painting);
    }

    private void within(AffineTransform moved, Consumer<Brush> painting) {
        Graphics2D inner = (Graphics2D) graphics.create();
        inner.transform(moved);
        painting.accept(new Brush(inner));
        inner.dispose();
    }
}
