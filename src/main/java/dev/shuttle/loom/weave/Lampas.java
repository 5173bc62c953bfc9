package dev.shuttle.loom.weave;

import java.util.Arrays;

/**
 * Lampas 库锦: a ground of warp satin that weft 0 weaves with the mains everywhere, and pattern wefts 1 and up that a
 * binding warp holds on the face or on the back. A face is 0 where the ground shows, else the pattern weft.
 *
 * <p>The pattern wefts' floats follow from the binding as in {@link WeftFaced}. A main goes under weft 0 once in
 * {@code S} lines of the satin, whatever shows, so it floats over {@code S · wefts - 1} picks at most; it lies under weft 0
 * and one pattern weft of a line, and the end of the line before, 3 picks. It hangs together for the same reasons.
 *
 * @param wefts 2 to 8, the ground's among them
 * @param brocaded 抛道: a pattern weft is thrown only on lines where it shows; the picks left out shorten floats only
 */
public record Lampas(Satin ground, Binding binding, int wefts, boolean brocaded) implements Structure {
    private static final int MAIN_BACK = 3;

    public Lampas {
        if (wefts < 2 || wefts > WeftBacked.MOST_WEFTS) {
            throw new IllegalArgumentException("2 to " + WeftBacked.MOST_WEFTS + " wefts, not " + wefts);
        }
    }

    /** As a Shu brocade 彩库锦 has it: a binder after four mains, in 1/2 twill. */
    public static Lampas of(Satin ground, int wefts, boolean brocaded) {
        return new Lampas(ground, new Binding(4, 3), wefts, brocaded);
    }

    @Override
    public int leastFace() {
        return 0;
    }

    @Override
    public int mostFace() {
        return wefts - 1;
    }

    @Override
    public int endsRepeat() {
        return multiple(ground.ends(), binding.endsRepeat());
    }

    @Override
    public int linesRepeat() {
        return multiple(ground.ends(), binding.lines());
    }

    private static int multiple(int a, int b) {
        int common = a;
        while (common % b != 0) {
            common += a;
        }
        return common;
    }

    @Override
    public FloatBounds bounds() {
        return new FloatBounds(
                ground.ends() * wefts - 1,
                Math.max(MAIN_BACK, (binding.lines() - 1) * wefts),
                binding.longestFace(),
                binding.longestBack());
    }

    @Override
    public LiftPlan weave(FaceMap map) {
        map.fitting(this);
        byte[] plan = new byte[Math.multiplyExact(map.lines(), wefts)];
        int[] lineOfRow = new int[plan.length];
        int rows = 0;
        for (int line = 0; line < map.lines(); line++) {
            for (int weft = 0; weft < wefts; weft++) {
                if (weft == 0 || !brocaded || isSeen(map, line, weft)) {
                    plan[rows] = (byte) weft;
                    lineOfRow[rows++] = line;
                }
            }
        }
        return woven(map, Arrays.copyOf(plan, rows), Arrays.copyOf(lineOfRow, rows));
    }

    private static boolean isSeen(FaceMap map, int line, int weft) {
        for (int end = 0; end < map.ends(); end++) {
            if (map.at(end, line) == weft) {
                return true;
            }
        }
        return false;
    }

    private LiftPlan woven(FaceMap map, byte[] plan, int[] lineOfRow) {
        BitGrid mains = new BitGrid(plan.length, map.ends());
        for (int row = 0; row < plan.length; row++) {
            int line = lineOfRow[row];
            int place = ground.place(0, line);
            for (int end = 0; end < map.ends(); end++) {
                if (plan[row] == 0 ? place != 0 : map.at(end, line) != plan[row]) {
                    mains.set(row, end);
                }
                place = place + 1 == ground.ends() ? 0 : place + 1;
            }
        }
        return new LiftPlan(mains, binding.over(lineOfRow, map.ends()), binding.mains(), new PickPlan(plan));
    }
}
