package dev.shuttle.emulator.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/** Reading and writing picture files. */
public final class PictureFile {
    static {
        ImageIO.setUseCache(false);
    }

    /** A picture's sides in pixels. */
    public record Size(int width, int height) {
        /** Whether each side is within [least, most]. */
        public boolean within(int least, int most) {
            return Math.min(width, height) >= least && Math.max(width, height) <= most;
        }
    }

    private PictureFile() {}

    /**
     * The sides, from the header alone.
     *
     * @throws IOException when there is no readable header
     */
    public static Size size(byte[] file) throws IOException {
        return read(file, reader -> new Size(reader.getWidth(0), reader.getHeight(0)));
    }

    /**
     * Whether the file has an alpha channel.
     *
     * @throws IOException when there is no readable header
     */
    public static boolean hasAlpha(byte[] file) throws IOException {
        return read(file, reader -> {
            Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
            return types.hasNext() && types.next().getColorModel().hasAlpha();
        });
    }

    /**
     * The first picture of the file, opaque: alpha is laid on white.
     *
     * @throws IOException when it cannot be decoded
     */
    public static BufferedImage decode(byte[] file) throws IOException {
        return read(file, reader -> opaque(reader.read(0)));
    }

    /** The picture as a PNG file. */
    public static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
        try {
            if (!ImageIO.write(picture, "png", file)) {
                throw new IllegalStateException("this Java writes no PNG");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    private static <T> T read(byte[] file, Reading<T> reading) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(in);
            try {
                return reading.from(reader);
            } catch (RuntimeException broken) {
                throw new IOException("broken picture file", broken);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new IOException("no picture file");
        }
        ImageReader reader = readers.next();
        reader.setInput(in, true, true);
        return reader;
    }

    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, flat.getWidth(), flat.getHeight());
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return flat;
    }
}
