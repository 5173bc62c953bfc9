package dev.shuttle.cli.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures to bytes, by the JDK's own writers. */
final class Encoding {
    private Encoding() {}

    static byte[] png(BufferedImage picture) {
        return write(picture, "png", -1);
    }

    /** @param quality 0 to 1 */
    static byte[] jpeg(BufferedImage picture, float quality) {
        return write(picture, "jpeg", quality);
    }

    private static byte[] write(BufferedImage picture, String format, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), parameters(writer, quality));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam parameters(ImageWriter writer, float quality) {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (quality >= 0) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
        }
        return parameters;
    }
}
