package dev.shuttle.provider;

import java.awt.image.BufferedImage;
import java.util.Base64;

/** A picture as it is sent: opaque RGB, within the model's limits. */
public final class CloudPicture {
    private final byte[] bytes;
    private final String mimeType;
    private final Fit fit;

    private CloudPicture(byte[] bytes, String mimeType, Fit fit) {
        this.bytes = bytes;
        this.mimeType = mimeType;
        this.fit = fit;
    }

    /**
     * Makes a picture fit for a model. Transparency is laid on white. PNG where it stays within the model's bytes, else JPEG of the best
     * quality that does.
     */
    public static CloudPicture of(BufferedImage source, Model model) {
        PictureLimits limits = model.picture();
        Fit fit = Fit.of(source.getWidth(), source.getHeight(), limits);
        BufferedImage drawn = PictureDrawing.draw(source, fit);
        var encoded = PictureEncoding.within(rawBytes(limits), drawn);
        return new CloudPicture(encoded.bytes(), encoded.mimeType(), fit);
    }

    /** Base64 makes four bytes of three; 64 are kept for the prefix. */
    private static int rawBytes(PictureLimits limits) {
        return (limits.maxDataUrlBytes() - 64) / 4 * 3;
    }

    /** The file, PNG or JPEG; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * {@code data:image/…;base64,…}
     *
     * @param base64 the file's bytes on one line
     */
    public String dataUrl(String base64) {
        return "data:" + mimeType + ";base64," + base64;
    }

    /** The same, encoded here. */
    public String asDataUrl() {
        return dataUrl(Base64.getEncoder().encodeToString(bytes));
    }

    /** The sent width in pixels. */
    public int width() {
        return fit.sentWidth();
    }

    /** The sent height in pixels. */
    public int height() {
        return fit.sentHeight();
    }

    /** Without the picture itself. */
    @Override
    public String toString() {
        return mimeType + " " + width() + "×" + height() + ", " + bytes.length + " bytes";
    }
}
