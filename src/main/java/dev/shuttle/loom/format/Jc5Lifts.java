package dev.shuttle.loom.format;

import dev.shuttle.loom.weave.BitGrid;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lifts of a JC5 file, read as the known files show it: a list of typed fields, one of them the number of picks, a list
 * of areas with their hooks, then for each pick the areas' bits. It shares nothing with what writes them.
 */
public final class Jc5Lifts {
    private static final int MAGIC = 0x81fe0101;
    private static final int PICKS = 2;

    private Jc5Lifts() {}

    /**
     * A row each pick, the last that is woven first, all areas side by side: as a lift plan has them.
     *
     * @throws IOException where it is no such file
     */
    public static BitGrid read(byte[] file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a JC5 file");
        }
        int picks = picks(in);
        int hooks = hooks(in).stream().mapToInt(Integer::intValue).sum();
        if (picks < 0 || (long) picks * hooks / 8 != in.available()) {
            throw new IOException(picks + " picks of " + hooks + " hooks are not " + in.available() + " bytes");
        }
        BitGrid plan = new BitGrid(picks, hooks);
        for (int row = picks - 1; row >= 0; row--) {
            for (int hook = 0; hook < hooks; hook += 8) {
                for (int bits = in.readUnsignedByte(), at = hook; bits != 0; bits >>= 1, at++) {
                    if ((bits & 1) == 1) {
                        plan.set(row, at);
                    }
                }
            }
        }
        return plan;
    }

    private static int picks(DataInputStream in) throws IOException {
        int picks = -1;
        for (int field = in.readInt(); field > 0; field--) {
            int type = in.readInt();
            int length = in.readInt();
            if (type == PICKS) {
                picks = in.readInt();
            } else {
                in.skipNBytes(length);
            }
        }
        return picks;
    }

    private static List<Integer> hooks(DataInputStream in) throws IOException {
        List<Integer> hooks = new ArrayList<>();
        for (int area = in.readInt(); area > 0; area--) {
            in.readInt();
            int length = in.readInt();
            in.readInt();
            hooks.add(in.readInt());
            in.skipNBytes(length - 8);
        }
        return hooks;
    }

    /** The first columns of a plan: a machine's areas are whole bytes, a cloth need not be. */
    public static BitGrid first(BitGrid plan, int columns) {
        BitGrid some = new BitGrid(plan.rows(), columns);
        for (int row = 0; row < plan.rows(); row++) {
            for (int column = plan.end(row, 0, false); column < columns; column = plan.end(row, column + 1, false)) {
                some.set(row, column);
            }
        }
        return some;
    }
}
