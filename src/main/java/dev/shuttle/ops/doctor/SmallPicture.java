package dev.shuttle.ops.doctor;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** The picture that an examination sends: eight petals, no larger than every model takes. */
final class SmallPicture {
    private static final int SIDE = 512;
    private static final int PETALS = 8;

    private SmallPicture() {}

    static BufferedImage draw() {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x1f3a5f));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.translate(SIDE / 2, SIDE / 2);
        for (int i = 0; i < PETALS; i++) {
            pen.setColor(i % 2 == 0 ? new Color(0xc8483c) : new Color(0xe8c07d));
            pen.fillOval(-40, -220, 80, 180);
            pen.rotate(2 * Math.PI / PETALS);
        }
        pen.setColor(new Color(0xf4ead5));
        pen.fillOval(-60, -60, 120, 120);
        pen.dispose();
        return picture;
    }
}
