package dev.shuttle.loom.library;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.image.PictureHeader;
import dev.shuttle.loom.weave.BitGrid;

/** A mask: a picture whose dark pixels say where; what is transparent does not. */
public final class MaskPicture {
    private static final int DARK = 128 * 3;
    private static final long MOST_PIXELS = 64_000_000;

    private MaskPicture() {}

    /**
     * Its dark pixels, rows from the top.
     *
     * @throws WeaveException where it cannot be read, or has no dark pixel
     */
    public static BitGrid read(String name, byte[] bytes) throws WeaveException {
        try {
            if (bytes.length > WeaveFile.MOST_BYTES
                    || PictureHeader.read(bytes).requireDecodable().pixels() > MOST_PIXELS) {
                throw new WeaveException(
                        name + " is too large for a mask",
                        WeaveFile.MOST_BYTES + " bytes and " + MOST_PIXELS + " pixels are allowed");
            }
            BitGrid dark = dark(Picture.decode(bytes, Rgb.WHITE));
            boolean isEmpty = true;
            for (int row = 0; row < dark.rows(); row++) {
                isEmpty &= dark.ones(row) == 0;
            }
            if (isEmpty) {
                throw new WeaveException(name + " has no dark pixel", "draw in black where bobbins shall weave");
            }
            return dark;
        } catch (PictureException e) {
            throw new WeaveException(name + ": " + e.message(), e.hint());
        }
    }

    private static BitGrid dark(Picture picture) {
        BitGrid dark = new BitGrid(picture.height(), picture.width());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                Rgb rgb = Rgb.of(picture.rgb(x, y));
                if (rgb.red() + rgb.green() + rgb.blue() < DARK) {
                    dark.set(y, x);
                }
            }
        }
        return dark;
    }
}
