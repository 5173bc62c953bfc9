package dev.shuttle.loom.image;

/** Brings a file's own colours to sRGB, pixel by pixel and in place; for every format there is this one conversion. */
interface ColourConversion {
    /** The colours are sRGB, or taken to be. */
    ColourConversion NONE = (bgr, at, pixels) -> {};

    /** Converts {@code pixels} of three bytes from {@code at} on: blue, green, red. */
    void convert(byte[] bgr, int at, int pixels);

    /** Converts the picture itself and returns it. */
    default Picture apply(Picture device) {
        if (this != NONE) {
            for (int y = 0; y < device.height(); y++) {
                convert(device.bgr(), 3 * y * device.width(), device.width());
            }
        }
        return device;
    }

    /** This one, and after it another. */
    default ColourConversion then(ColourConversion next) {
        if (this == NONE || next == NONE) {
            return this == NONE ? next : this;
        }
        return (bgr, at, pixels) -> {
            convert(bgr, at, pixels);
            next.convert(bgr, at, pixels);
        };
    }

    /** Whether no colour of a sample of the cube changes by more than a level. */
    default boolean changesNothing() {
        byte[] probe = new byte[3];
        for (int i = 0; i < 6 * 6 * 6; i++) {
            int blue = i % 6 * 51;
            int green = i / 6 % 6 * 51;
            int red = i / 36 * 51;
            probe[0] = (byte) blue;
            probe[1] = (byte) green;
            probe[2] = (byte) red;
            convert(probe, 0, 1);
            if (Math.abs((probe[0] & 255) - blue) > 1
                    || Math.abs((probe[1] & 255) - green) > 1
                    || Math.abs((probe[2] & 255) - red) > 1) {
                return false;
            }
        }
        return true;
    }

    /** This one, or {@link #NONE} where it changes nothing that could be seen. */
    default ColourConversion simplified() {
        return changesNothing() ? NONE : this;
    }
}
