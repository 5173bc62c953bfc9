package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;

/** Vector artwork in flat colours, 240 by 180 units, each piece with something that is hard to get back. */
enum Artwork {
    /** A dark outline, two pixels thin, between two colours that both are brighter. */
    OUTLINED("f4ecd8 c03028 181818 2a5f9e") {
        @Override
        void draw(Graphics2D g) {
            for (int n = 0; n < 12; n++) {
                Ellipse2D disc = new Ellipse2D.Double(8.3 + n % 4 * 58, 7.1 + Math.floorDiv(n, 4) * 57.3, 47.7, 44.9);
                fill(g, n % 2 == 0 ? 1 : 3, disc);
                line(g, 2, 2.2f, disc);
            }
        }
    },
    /** Lines no wider than a pixel in the two darker colours. */
    HAIRLINES("ffffff 101018 9c1f30") {
        @Override
        void draw(Graphics2D g) {
            for (int n = 0; n < 12; n++) {
                line(g, 1, 1.1f, new Line2D.Double(4.4, 6 + 14.1 * n, 110, 9 + 14.6 * n));
                line(g, 2, 1.3f, new Line2D.Double(126 + 9.3 * n, 4, 121.5 + 9.7 * n, 176));
            }
            fill(g, 1, new Rectangle2D.Double(112, 80, 9, 9));
            fill(g, 2, new Rectangle2D.Double(112, 100, 9, 9));
        }
    },
    /** Three areas that meet in points, over a ground that shines through the seams. */
    MEETING("ffffff 00843d ffcd00 d21034 0a3a8c") {
        @Override
        void draw(Graphics2D g) {
            for (int n = 0; n < 6; n++) {
                double x = 40 + n % 3 * 80;
                double y = 45 + Math.floorDiv(n, 3) * 90;
                for (int part = 0; part < 7; part++) {
                    fill(g, 1 + part % 4, wedge(x, y, 36.6, part * Math.PI * 2 / 7, Math.PI * 2 / 7));
                }
            }
        }
    },
    /** Two pairs of colours that are hardly told apart. */
    ALIKE("ffffff ffca00 ffce00 3c4a2c 414f31") {
        @Override
        void draw(Graphics2D g) {
            for (int n = 0; n < 12; n++) {
                double x = 8.3 + n % 4 * 58;
                double y = 7.1 + Math.floorDiv(n, 4) * 57.3;
                int first = n % 2 == 0 ? 1 : 3;
                fill(g, first, new Ellipse2D.Double(x, y, 46.7, 44.9));
                fill(g, first + 1, new Ellipse2D.Double(x + 11.2, y + 9.7, 22.1, 25.3));
            }
        }
    },
    /** Small dots, dark on bright and bright on dark, above the smallest region a loom image may have. */
    DOTS("f7f1df 24313f e2711d") {
        @Override
        void draw(Graphics2D g) {
            fill(g, 1, new Rectangle2D.Double(120, 0, 120, 180));
            for (int n = 0; n < 300; n++) {
                double x = 5 + n % 20 * 11.83;
                double y = 5 + Math.floorDiv(n, 20) * 11.57;
                int colour = n % 3 == 0 ? 2 : x < 120 ? 1 : 0;
                if (Math.abs(x - 120) > 6) {
                    fill(g, colour, new Ellipse2D.Double(x - 2.3, y - 2.4, 4.7, 4.9));
                }
            }
        }
    },
    /** Areas that end within the last row and column of pixels. */
    TO_THE_BORDER("ffffff 1a4f8b d8222a f2b707") {
        @Override
        void draw(Graphics2D g) {
            fill(g, 1, new Rectangle2D.Double(0.4, 0.3, 120, 90));
            fill(g, 2, new Rectangle2D.Double(120.4, 0.3, 119.35, 90));
            fill(g, 3, new Rectangle2D.Double(0.4, 90.3, 239.35, 89.4));
            fill(g, 0, new Ellipse2D.Double(70.3, 50.4, 90.7, 70.2));
        }
    };

    private static final int FINER = 5;

    /** The ground first, RRGGBB each. */
    private final String colours;

    Artwork(String colours) {
        this.colours = colours;
    }

    List<Integer> colours() {
        return Stream.of(colours.split(" "))
                .map(colour -> Integer.parseInt(colour, 16))
                .toList();
    }

    private Color colour(int index) {
        return new Color(colours().get(index));
    }

    abstract void draw(Graphics2D graphics);

    /** Drawn with anti-aliasing. */
    Picture antiAliased(int across, int down) {
        return Picture.of(image(across, down, true), Rgb.WHITE);
    }

    /** What the middle of each pixel shows: much finer pixels are drawn, since the drawing of coarse ones is inexact. */
    Picture middles(int across, int down) {
        BufferedImage fine = image(FINER * across, FINER * down, false);
        Picture picture = Picture.blank(across, down);
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                picture.set(x, y, fine.getRGB(FINER * x + FINER / 2, FINER * y + FINER / 2) & 0xffffff);
            }
        }
        return picture;
    }

    private BufferedImage image(int across, int down, boolean antiAliased) {
        BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                antiAliased ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(colour(0));
        graphics.fillRect(0, 0, across, down);
        graphics.transform(AffineTransform.getScaleInstance(across / 240.0, down / 180.0));
        draw(graphics);
        graphics.dispose();
        return image;
    }

    void fill(Graphics2D graphics, int colour, Shape shape) {
        graphics.setColor(colour(colour));
        graphics.fill(shape);
    }

    void line(Graphics2D graphics, int colour, float width, Shape shape) {
        graphics.setStroke(new BasicStroke(width));
        graphics.setColor(colour(colour));
        graphics.draw(shape);
    }

    static Path2D wedge(double x, double y, double radius, double from, double extent) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        for (int n = 0; n <= 12; n++) {
            double angle = from + extent * n / 12;
            path.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        path.closePath();
        return path;
    }
}
