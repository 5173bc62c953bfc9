package dev.shuttle.loom.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The picture files that are understood, told apart by their first bytes and never by a name. */
public enum PictureFormat {
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    BMP("bmp", "image/bmp"),
    TIFF("tif", "image/tiff"),
    WEBP("webp", "image/webp"),
    GIF("gif", "image/gif");

    private final String extension;
    private final String mediaType;

    PictureFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The usual file name extension, without a dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The format whose signature {@code bytes} starts with; 16 bytes are enough. */
    public static Optional<PictureFormat> of(byte[] bytes) {
        if (starts(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (starts(bytes, 0, "GIF87a") || starts(bytes, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (starts(bytes, 0, "II*\0") || starts(bytes, 0, "MM\0*")) {
            return Optional.of(TIFF);
        }
        if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        return starts(bytes, 0, "BM") ? Optional.of(BMP) : Optional.empty();
    }

    /** Whether a JPEG's marker begins a frame header. */
    static boolean isJpegFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean starts(byte[] bytes, int at, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
