package dev.shuttle.rig;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures for tests, each seed another one. */
public final class Pictures {
    private Pictures() {}

    /** Discs on a soft ground: flat areas, edges and a gradient. */
    public static byte[] png(int seed) {
        return encoded(picture(seed, 520, 512), "png");
    }

    /** The same with noise amid its pixels: whole to look at, and not to be decoded. */
    public static byte[] damaged(int seed) {
        byte[] picture = png(seed);
        byte[] noise = new byte[picture.length / 4];
        new Random(seed).nextBytes(noise);
        System.arraycopy(noise, 0, picture, picture.length / 2, noise.length);
        return picture;
    }

    /** The same as JPEG. */
    public static byte[] jpeg(int seed) {
        return encoded(picture(seed, 520, 512), "jpg");
    }

    /** The picture itself. */
    public static BufferedImage picture(int seed, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Random random = new Random(seed);
        g.setPaint(new GradientPaint(0, 0, colour(random), width, height, colour(random)));
        g.fillRect(0, 0, width, height);
        for (int i = 0; i < 25; i++) {
            g.setPaint(colour(random));
            int size = 20 + random.nextInt(width / 4);
            g.fillOval(random.nextInt(width), random.nextInt(height), size, size);
        }
        g.dispose();
        return image;
    }

    /** As a file's bytes. */
    public static byte[] encoded(BufferedImage image, String format) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
