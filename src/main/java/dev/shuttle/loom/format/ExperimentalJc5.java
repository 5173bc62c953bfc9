package dev.shuttle.loom.format;

import dev.shuttle.loom.weave.BitGrid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A lift plan as JC5 (Stäubli), an experiment: the layout was worked out from a few files of one program and no machine has
 * been tried. The first pick is the last row, as it is woven; one area holds all ends; 1 is up, the first end in the lowest
 * bit.
 */
public final class ExperimentalJc5 {
    private static final String GENERATOR = "Shuttle experimental export, untested";

    private ExperimentalJc5() {}

    /** The whole file; {@code name} is cut to 8 letters. */
    public static byte[] write(BitGrid plan, String name) {
        byte[] title = text((name.replaceAll("[^A-Za-z0-9]", "") + "________").substring(0, 8));
        byte[] generator = text(GENERATOR);
        int hooks = (plan.columns() + 7) / 8 * 8;
        byte[] area = text("Area 1: " + hooks + " hooks");
        int size = 8 + 4 * 8 + title.length + 4 + 4 + generator.length + 4 + 8 + 8 + area.length;
        int row = hooks / 8;
        ByteBuffer out = ByteBuffer.allocate(Math.addExact(size, Math.multiplyExact(row, plan.rows())));
        out.putInt(0x81fe0101).putInt(4);
        out.putInt(1).putInt(title.length).put(title);
        out.putInt(2).putInt(4).putInt(plan.rows());
        out.putInt(6).putInt(4).putInt(0);
        out.putInt(8).putInt(generator.length).put(generator);
        out.putInt(1);
        out.putInt(100).putInt(8 + area.length).putInt(1).putInt(hooks).put(area);
        for (int pick = 0; pick < plan.rows(); pick++) {
            plan.copyRow(plan.rows() - 1 - pick, out.array(), size + pick * row);
        }
        return out.array();
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }
}
