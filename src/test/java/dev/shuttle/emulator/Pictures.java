package dev.shuttle.emulator;

import dev.shuttle.emulator.picture.PictureFile;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Pictures drawn for the tests. */
public final class Pictures {
    private Pictures() {}

    /** A meadow of flowers under an evening sky, always the same for the same seed. */
    public static BufferedImage meadow(int width, int height, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x2B4C7E), 0, height * 0.6f, new Color(0xF6A560)));
        graphics.fillRect(0, 0, width, height);
        graphics.setPaint(new GradientPaint(0, height * 0.5f, new Color(0x5B8C3A), 0, height, new Color(0x1F3D1A)));
        graphics.fillOval(-width / 4, height / 2, width * 3 / 2, height);
        for (int flower = 0; flower < 60; flower++) {
            int x = random.nextInt(width);
            int y = height * 11 / 20 + random.nextInt(height * 9 / 20);
            int size = width / 60 + random.nextInt(width / 25);
            graphics.setColor(Color.getHSBColor(0.8f + random.nextFloat() * 0.35f, 0.8f, 0.95f));
            for (int petal = 0; petal < 6; petal++) {
                double turn = Math.PI * petal / 3;
                graphics.fillOval((int) (x + size * Math.cos(turn)), (int) (y + size * Math.sin(turn)), size, size);
            }
            graphics.setColor(new Color(0xFFD23F));
            graphics.fillOval(x + size / 8, y + size / 8, size * 3 / 4, size * 3 / 4);
        }
        graphics.dispose();
        return picture;
    }

    /** A meadow as a PNG file. */
    public static byte[] png(int width, int height, long seed) {
        return PictureFile.png(meadow(width, height, seed));
    }

    /** A PNG file as a data URL. */
    public static String dataUrl(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
