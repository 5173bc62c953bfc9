package dev.shuttle.loom.convert.grid;

/** A label map whose pixels may be of two labels, as those on an anti-aliased edge are. */
public final class PixelShares {
    private static final float WHOLE = 255;
    private static final byte[] NONE = {};

    private final byte[] labels;
    private final byte[] others;
    private final byte[] parts;

    /**
     * @param labels one a pixel: the one that has most of it, or nearly
     * @param others the second label of each pixel; it counts only where it has a share
     * @param parts the second label's share, 0 to 255 for nothing to all, as an unsigned byte; empty where no pixel has a
     *     second label
     */
    public PixelShares(byte[] labels, byte[] others, byte[] parts) {
        this.labels = labels;
        this.others = others;
        this.parts = parts;
    }

    /** Every pixel is of one label. */
    public static PixelShares whole(byte[] labels) {
        return new PixelShares(labels, labels, NONE);
    }

    /** The first label of each pixel, as given. */
    public byte[] labels() {
        return labels;
    }

    byte other(int pixel) {
        return others[pixel];
    }

    /** How much of a pixel its second label has, 0 to 1. */
    float part(int pixel) {
        return parts.length == 0 ? 0 : (parts[pixel] & 255) / WHOLE;
    }

    /** How much of a pixel a label has, 0 to 1. */
    float share(int pixel, int label) {
        float part = part(pixel);
        return (labels[pixel] == label ? 1 - part : 0) + (others[pixel] == label ? part : 0);
    }

    /** For the byte of a share of 0 to 1. */
    public static byte part(float share) {
        return (byte) Math.round(WHOLE * Math.max(0, Math.min(1, share)));
    }
}
