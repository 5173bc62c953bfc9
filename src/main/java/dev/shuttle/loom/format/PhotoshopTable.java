package dev.shuttle.loom.format;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import java.nio.ByteBuffer;

/** Photoshop's colour table (.act): 256 colours by index, then how many of them count and that none is transparent. */
public final class PhotoshopTable {
    private static final int ENTRIES = 256;
    private static final short NONE_TRANSPARENT = -1;

    private PhotoshopTable() {}

    /** The whole file. */
    public static byte[] write(Palette palette) {
        ByteBuffer out = ByteBuffer.allocate(3 * ENTRIES + 4);
        for (PaletteColour entry : palette.colours()) {
            Rgb colour = entry.rgb();
            out.put((byte) colour.red()).put((byte) colour.green()).put((byte) colour.blue());
        }
        return out.position(3 * ENTRIES)
                .putShort((short) palette.size())
                .putShort(NONE_TRANSPARENT)
                .array();
    }
}
