package dev.shuttle.loom.format;

import dev.shuttle.loom.weave.BitGrid;

/** Rows of a lift plan as pictures have them: eight to a byte, the first in the highest bit. */
final class LiftRows {
    private static final byte[] REVERSED = new byte[256];

    static {
        for (int i = 0; i < 256; i++) {
            REVERSED[i] = (byte) (Integer.reverse(i) >>> 24);
        }
    }

    private LiftRows() {}

    static int bytes(BitGrid grid) {
        return (grid.columns() + 7) / 8;
    }

    /** Puts a row into {@code out}; {@code flipped}: a 1 for what is down. */
    static void copy(BitGrid grid, int row, byte[] out, int at, boolean flipped) {
        grid.copyRow(row, out, at);
        for (int i = at; i < at + bytes(grid); i++) {
            out[i] = (byte) (REVERSED[out[i] & 255] ^ (flipped ? 255 : 0));
        }
    }
}
