package dev.shuttle.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Looks whether bytes are a whole picture, without decoding it. First bytes decide: a Content-Type has been seen to lie. */
public final class PictureCheck {
    /** More would not be a result but a bomb: the largest that a model makes has 4096 × 4096. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final int TAIL = 4096;

    private PictureCheck() {}

    /**
     * The picture that the bytes are.
     *
     * @throws CloudException with a code that begins with {@code RESULT_}
     */
    public static ResultPicture check(byte[] bytes) {
        String format = format(bytes)
                .orElseThrow(
                        () -> refused(OwnCode.RESULT_NOT_AN_IMAGE, "What came is no picture: " + start(bytes), 200));
        ResultPicture picture = measured(bytes, format);
        if ((long) picture.width() * picture.height() > MOST_PIXELS) {
            throw refused(
                    OwnCode.RESULT_TOO_LARGE,
                    "The result has " + picture.width() + "×" + picture.height() + " pixels",
                    200);
        }
        if (!isWhole(bytes, format)) {
            throw refused(
                    OwnCode.RESULT_TRUNCATED, "The picture ends before its end, at " + bytes.length + " bytes", 200);
        }
        return picture;
    }

    private static CloudException refused(OwnCode code, String message, int status) {
        return CloudError.own(code, message, status, Stage.DOWNLOAD).thrown();
    }

    private static Optional<String> format(byte[] bytes) {
        String head = latin(bytes, 0, 12);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("jpeg");
        }
        if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
            return Optional.of("webp");
        }
        if (head.startsWith("BM")) {
            return Optional.of("bmp");
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return Optional.of("tiff");
        }
        return head.startsWith("GIF8") ? Optional.of("gif") : Optional.empty();
    }

    private static ResultPicture measured(byte[] bytes, String format) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    reader.setInput(in, true, true);
                    return new ResultPicture(bytes, format, reader.getWidth(0), reader.getHeight(0));
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            throw refused(
                    OwnCode.RESULT_NOT_AN_IMAGE, "The " + format + " cannot be read: " + unreadable.getMessage(), 200);
        }
        throw refused(OwnCode.RESULT_NOT_AN_IMAGE, "No reader for " + format, 200);
    }

    private static boolean isWhole(byte[] bytes, String format) {
        String tail = latin(bytes, Math.max(0, bytes.length - TAIL), TAIL);
        return switch (format) {
            case "png" -> tail.contains("IEND\u00aeB`\u0082");
            case "jpeg" -> tail.contains("\u00ff\u00d9");
            case "webp" -> riffLength(bytes) <= bytes.length - 8L;
            default -> true;
        };
    }

    private static long riffLength(byte[] bytes) {
        return (bytes[4] & 0xFFL) | (bytes[5] & 0xFFL) << 8 | (bytes[6] & 0xFFL) << 16 | (bytes[7] & 0xFFL) << 24;
    }

    private static String start(byte[] bytes) {
        return bytes.length == 0 ? "nothing" : "'" + latin(bytes, 0, 40).replaceAll("[^ -~]", "?") + "'";
    }

    private static String latin(byte[] bytes, int from, int length) {
        return new String(bytes, from, Math.min(length, bytes.length - from), StandardCharsets.ISO_8859_1);
    }
}
