package dev.shuttle.provider;

/**
 * A result, fetched whole.
 *
 * @param bytes as they came
 * @param format {@code png}, {@code jpeg}, {@code webp}, {@code bmp}, {@code tiff} or {@code gif}, by its first bytes
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent")
public record ResultPicture(byte[] bytes, String format, int width, int height) {
    /** Without the bytes. */
    @Override
    public String toString() {
        return format + " " + width + "×" + height + ", " + bytes.length + " bytes";
    }
}
