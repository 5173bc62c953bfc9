package dev.shuttle.campaign;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Pictures that carry a number as six rows of six dark and light squares. The emulator's filter, a change of size and its
 * mark in the lower right corner leave it readable, so that a result tells which picture it was made of.
 */
final class NumberedPicture {
    private static final int SQUARES = 6;
    /** Numbers below a thousand differ in five squares or more. */
    private static final int MISREAD = 2;

    private NumberedPicture() {}

    /** The picture of this number as PNG; the same number and side always give the same bytes. */
    static byte[] png(int number, int side, boolean noisy) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        draw(image, number);
        if (noisy) {
            roughen(image, new Random(number));
        }
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(BufferedImage image, int number) {
        Random random = new Random(number);
        Color dark = new Color(random.nextInt(70), random.nextInt(70), random.nextInt(70));
        Color light = new Color(186 + random.nextInt(70), 186 + random.nextInt(70), 186 + random.nextInt(70));
        long squares = squares(number);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < SQUARES * SQUARES; i++) {
            int left = i % SQUARES * image.getWidth() / SQUARES;
            int top = i / SQUARES * image.getHeight() / SQUARES;
            graphics.setColor((squares >> i & 1) == 1 ? light : dark);
            graphics.fillRect(left, top, image.getWidth() / SQUARES + 1, image.getHeight() / SQUARES + 1);
        }
        graphics.dispose();
    }

    /** Fine noise makes a file large and slow to encode. */
    private static void roughen(BufferedImage image, Random random) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, image.getRGB(x, y) ^ (random.nextInt() & 0x0f0f0f));
            }
        }
    }

    /** The number among 1 to {@code most} that a picture carries; empty where it carries none of them. */
    static OptionalInt read(byte[] file, int most) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            return image == null ? OptionalInt.empty() : nearest(seen(image), most);
        } catch (IOException unreadable) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt nearest(long seen, int most) {
        for (int number = 1; number <= most; number++) {
            if (Long.bitCount(squares(number) ^ seen) <= MISREAD) {
                return OptionalInt.of(number);
            }
        }
        return OptionalInt.empty();
    }

    private static long seen(BufferedImage image) {
        long seen = 0;
        for (int i = 0; i < SQUARES * SQUARES; i++) {
            if (brightness(image, i % SQUARES, i / SQUARES) > 128) {
                seen |= 1L << i;
            }
        }
        return seen;
    }

    /** The mean of the middle of a square, 0 to 255. */
    private static double brightness(BufferedImage image, int column, int row) {
        int width = image.getWidth() / SQUARES;
        int height = image.getHeight() / SQUARES;
        long sum = 0;
        int count = 0;
        for (int y = row * height + height / 3; y < row * height + 2 * height / 3; y++) {
            for (int x = column * width + width / 3; x < column * width + 2 * width / 3; x++) {
                Color colour = new Color(image.getRGB(x, y));
                sum += colour.getRed() + colour.getGreen() + colour.getBlue();
                count += 3;
            }
        }
        return (double) sum / count;
    }

    /** Spread so that numbers near each other look nothing alike. */
    static long squares(int number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return (mixed ^ mixed >>> 31) & ((1L << (SQUARES * SQUARES)) - 1);
    }
}
