package dev.shuttle.provider;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes a picture within a number of bytes. */
final class PictureEncoding {
    /** @param bytes a whole PNG or JPEG file */
    @SuppressWarnings("ArrayRecordComponent")
    record Encoded(String mimeType, byte[] bytes) {}

    private static final float[] QUALITIES = {0.95f, 0.9f, 0.85f, 0.75f, 0.6f, 0.4f, 0.2f, 0.05f};

    private PictureEncoding() {}

    /** PNG if it is short enough, else the best JPEG that is. */
    static Encoded within(int maxBytes, BufferedImage picture) {
        return png(picture, maxBytes).orElseGet(() -> jpeg(picture, maxBytes));
    }

    private static Optional<Encoded> png(BufferedImage picture, int maxBytes) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        return encode(writer, writer.getDefaultWriteParam(), picture, maxBytes)
                .map(bytes -> new Encoded("image/png", bytes));
    }

    private static Encoded jpeg(BufferedImage picture, int maxBytes) {
        for (float quality : QUALITIES) {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            Optional<byte[]> bytes = encode(writer, how, picture, maxBytes);
            if (bytes.isPresent()) {
                return new Encoded("image/jpeg", bytes.get());
            }
        }
        throw new IllegalArgumentException("No JPEG of " + picture.getWidth() + "×" + picture.getHeight()
                + " pixels has at most " + maxBytes + " bytes");
    }

    /** Nothing if it grew too long; then the writer was stopped on its way. */
    private static Optional<byte[]> encode(
            ImageWriter writer, ImageWriteParam how, BufferedImage picture, int maxBytes) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.addIIOWriteProgressListener(new StopsPast(maxBytes, out));
            writer.write(null, new IIOImage(picture, null, null), how);
            out.flush();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        } finally {
            writer.dispose();
        }
        return bytes.size() <= maxBytes ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    /** Stops a writer whose output is already too long. */
    private record StopsPast(int maxBytes, ImageOutputStream out) implements IIOWriteProgressListener {
        @Override
        public void imageProgress(ImageWriter writer, float percent) {
            try {
                if (out.getStreamPosition() > maxBytes) {
                    writer.abort();
                }
            } catch (IOException impossibleInMemory) {
                throw new UncheckedIOException(impossibleInMemory);
            }
        }

        @Override
        public void imageStarted(ImageWriter writer, int index) {}

        @Override
        public void imageComplete(ImageWriter writer) {}

        @Override
        public void thumbnailStarted(ImageWriter writer, int image, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageWriter writer, float percent) {}

        @Override
        public void thumbnailComplete(ImageWriter writer) {}

        @Override
        public void writeAborted(ImageWriter writer) {}
    }
}
