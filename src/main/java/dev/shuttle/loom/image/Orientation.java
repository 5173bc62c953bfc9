package dev.shuttle.loom.image;

/** How the stored pixels must be turned to be looked at (EXIF 2.3, tag 0x0112). */
public enum Orientation {
    UPRIGHT(1),
    MIRRORED(2),
    ROTATED_180(3),
    FLIPPED(4),
    TRANSPOSED(5),
    ROTATED_90(6),
    TRANSVERSED(7),
    ROTATED_270(8);

    private final int exif;

    Orientation(int exif) {
        this.exif = exif;
    }

    /** By the EXIF value 1 to 8; anything else is upright. */
    static Orientation ofExif(int value) {
        for (Orientation orientation : values()) {
            if (orientation.exif == value) {
                return orientation;
            }
        }
        return UPRIGHT;
    }

    /** The EXIF value, 1 to 8. */
    public int exif() {
        return exif;
    }

    boolean swapsSides() {
        return exif >= 5;
    }

    /** Turns packed pixels of three bytes. */
    Picture apply(Picture stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int w = stored.width();
        int h = stored.height();
        Picture turned = swapsSides() ? Picture.blank(h, w) : Picture.blank(w, h);
        byte[] from = stored.bgr();
        byte[] to = turned.bgr();
        for (int y = 0, i = 0; y < h; y++) {
            for (int x = 0; x < w; x++, i += 3) {
                int o = 3 * target(x, y, w, h);
                to[o] = from[i];
                to[o + 1] = from[i + 1];
                to[o + 2] = from[i + 2];
            }
        }
        return turned;
    }

    private int target(int x, int y, int w, int h) {
        int right = w - 1 - x;
        int below = h - 1 - y;
        return switch (this) {
            case UPRIGHT -> y * w + x;
            case MIRRORED -> y * w + right;
            case ROTATED_180 -> below * w + right;
            case FLIPPED -> below * w + x;
            case TRANSPOSED -> x * h + y;
            case ROTATED_90 -> x * h + below;
            case TRANSVERSED -> right * h + below;
            case ROTATED_270 -> right * h + y;
        };
    }
}
