package dev.shuttle.emulator.picture;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Picture formats, recognised by their magic bytes, never by a name or a declared type. */
public enum PictureFormat {
    /** JPEG. */
    JPEG("image/jpeg"),
    /** PNG. */
    PNG("image/png"),
    /** Windows bitmap. */
    BMP("image/bmp"),
    /** TIFF, either byte order. */
    TIFF("image/tiff"),
    /** WebP. */
    WEBP("image/webp"),
    /** GIF: recognised, but none of the service's formats. */
    GIF("image/gif");

    private final String mime;

    PictureFormat(String mime) {
        this.mime = mime;
    }

    /** Its media type. */
    public String mime() {
        return mime;
    }

    /** The format these bytes start as, or null. */
    public static @Nullable PictureFormat of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        } else if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        } else if (head.startsWith("BM")) {
            return BMP;
        } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return TIFF;
        } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        }
        return head.startsWith("GIF8") ? GIF : null;
    }
}
