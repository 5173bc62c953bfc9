package dev.shuttle.loom.weave;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The pick plan 投梭: which weft each pick throws, by rows of the lift plan from the top. */
public final class PickPlan {
    private final byte[] wefts;

    /** Takes over {@code wefts}: the weft of each pick, from 0. */
    PickPlan(byte[] wefts) {
        this.wefts = wefts;
    }

    /** A plan of these wefts, from 0, by rows from the top; takes a copy. */
    public static PickPlan of(byte[] wefts) {
        return new PickPlan(wefts.clone());
    }

    /** All wefts {@code 0} to {@code wefts - 1} on every line, one after the other 常抛. */
    static PickPlan constant(int lines, int wefts) {
        byte[] plan = new byte[Math.multiplyExact(lines, wefts)];
        for (int i = 0; i < plan.length; i++) {
            plan[i] = (byte) (i % wefts);
        }
        return new PickPlan(plan);
    }

    public int picks() {
        return wefts.length;
    }

    /** The weft of a row of the lift plan. */
    public int weft(int row) {
        return wefts[row];
    }

    /** One more than the highest weft. */
    public int wefts() {
        int most = 0;
        for (byte weft : wefts) {
            most = Math.max(most, weft);
        }
        return most + 1;
    }

    /** How many picks throw each weft. */
    public int[] uses() {
        int[] uses = new int[wefts()];
        for (byte weft : wefts) {
            uses[weft]++;
        }
        return uses;
    }

    /** The rows that throw a weft, from the top. */
    public int[] rows(int weft) {
        return IntStream.range(0, wefts.length)
                .filter(row -> wefts[row] == weft)
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PickPlan plan && Arrays.equals(wefts, plan.wefts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(wefts);
    }
}
