package dev.shuttle.loom.weave;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lampas 库锦: a ground of warp satin that weft 0 weaves with the mains, and wefts that a binding warp holds on the face or on
 * the back. A face is 0 where the ground shows, the weft where a pattern weft does, and {@code wefts} where weft 0 itself
 * makes figure, as the first weft of a Shu brocade does. A brocade has no such face: where no other weft is thrown, nothing
 * would hold the mains.
 *
 * <p>Floats of picks on the face follow from the binding as in {@link WeftFaced}. Where weft 0 shows, all mains lie under it;
 * elsewhere one of {@code S} does, so a main floats over {@code S · wefts - 1} picks at most. A main lies under one pattern
 * weft of a line, under weft 0 before it and under the last of the line above, 3 picks; where a line has two picks only, the
 * next line's weft 0 may follow, which makes 4. It hangs together for the same reasons.
 *
 * <p>The ground may have another weave. Where its mains stay up for {@code u} lines and down for {@code d}, they float over
 * {@code (u + 1) · wefts - 1} picks at most, and under as many as before, but where a line has two picks only: those of
 * {@code d} lines follow one another, the last of the line above and, but in a brocade, the next line's weft 0.
 *
 * @param wefts 2 to 8, the ground's among them
 * @param groundWeave of the mains with weft 0; null: the warp satin of {@code ground}
 * @param brocaded 抛道: a pattern weft is thrown only on lines where it shows, and its shuttle once more where that is an odd
 *     number; the picks left out shorten floats only
 * @param bobbins 挖花: small bobbins weave areas of their own, each turned at its edge, all in one shed after the wefts of a line.
 *     The highest face is theirs; the ground goes on beneath. The bounds count that shed as a pick from side to side, which
 *     binds as a pattern weft does and lengthens the floats of ends by a pick a line; where no bobbin goes they are shorter
 */
public record Lampas(
        Satin ground, @Nullable UnitWeave groundWeave, Binding binding, int wefts, boolean brocaded, boolean bobbins)
        implements Structure {

    /** As a Shu brocade 彩库锦 has it: a binder after four mains, on two plain shafts. */
    public static final Binding USUAL_BINDING = new Binding(4, 2);

    public Lampas {
        if (wefts < 2 || wefts > WeftBacked.MOST_WEFTS) {
            throw new IllegalArgumentException("2 to " + WeftBacked.MOST_WEFTS + " wefts, not " + wefts);
        }
    }

    /** Without bobbins. */
    public Lampas(Satin ground, @Nullable UnitWeave groundWeave, Binding binding, int wefts, boolean brocaded) {
        this(ground, groundWeave, binding, wefts, brocaded, false);
    }

    /** On a warp satin. */
    public Lampas(Satin ground, Binding binding, int wefts, boolean brocaded) {
        this(ground, null, binding, wefts, brocaded);
    }

    /** With the usual binding. */
    public static Lampas of(Satin ground, int wefts, boolean brocaded) {
        return new Lampas(ground, USUAL_BINDING, wefts, brocaded);
    }

    @Override
    public int leastFace() {
        return 0;
    }

    @Override
    public int mostFace() {
        return (brocaded ? wefts - 1 : wefts) + (bobbins ? 1 : 0);
    }

    @Override
    public int threads() {
        return wefts;
    }

    /** The most picks of a line, that of the bobbins among them. */
    public int picksPerLine() {
        return wefts + (bobbins ? 1 : 0);
    }

    @Override
    public int endsRepeat() {
        return multiple(groundWeave == null ? ground.ends() : groundWeave.ends(), binding.endsRepeat());
    }

    @Override
    public int linesRepeat() {
        return multiple(groundWeave == null ? ground.ends() : groundWeave.lines(), binding.lines());
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
        FloatBounds own = groundWeave == null ? null : groundWeave.analysis().longest();
        int up = own == null ? ground.ends() - 1 : own.warpFace();
        int down = own == null ? 1 : own.warpBack();
        return new FloatBounds(
                (up + 1) * picksPerLine() - 1,
                Math.max(mainBack(down), (binding.lines() - 1) * picksPerLine()),
                binding.longestFace(),
                binding.longestBack());
    }

    /** The share of the ground's face that the mains have, 0 to 1. */
    public double groundShare() {
        return groundWeave == null ? 1 - 1.0 / ground.ends() : groundWeave.warpShare();
    }

    /** Picks that a main lies under, one after another, where the ground has it down for so many lines. */
    private int mainBack(int down) {
        if (brocaded) {
            return Math.max(3, 2 * down + 1);
        }
        return wefts == 2 ? 2 * down + 2 : 3;
    }

    private boolean isUp(int end, int line, int place) {
        return groundWeave == null ? place != 0 : groundWeave.isUp(end, line);
    }

    @Override
    public LiftPlan weave(FaceMap map) {
        return weave(map, Shuttles.constant(map.lines(), wefts));
    }

    @Override
    public LiftPlan weave(FaceMap map, Shuttles shuttles) {
        map.fitting(this);
        byte[] plan = new byte[Math.multiplyExact(map.lines(), picksPerLine())];
        int[] lineOfRow = new int[plan.length];
        boolean[][] thrown = thrown(seen(map), shuttles);
        int rows = 0;
        for (int line = 0; line < map.lines(); line++) {
            for (int weft = 0; weft < picksPerLine(); weft++) {
                if (thrown[line][weft]) {
                    plan[rows] = (byte) weft;
                    lineOfRow[rows++] = line;
                }
            }
        }
        return woven(map, Arrays.copyOf(plan, rows), Arrays.copyOf(lineOfRow, rows));
    }

    private boolean[][] seen(FaceMap map) {
        boolean[][] seen = new boolean[map.lines()][mostFace() + 1];
        for (int line = 0; line < map.lines(); line++) {
            for (int end = 0; end < map.ends(); end++) {
                seen[line][map.at(end, line)] = true;
            }
        }
        return seen;
    }

    /**
     * Which wefts are thrown on which lines, behind them whether the bobbins are.
     *
     * @param seen which faces show on which lines
     */
    public boolean[][] thrown(boolean[][] seen, Shuttles shuttles) {
        boolean[][] thrown = new boolean[seen.length][picksPerLine()];
        for (int line = 0; line < seen.length; line++) {
            for (int weft = 0; weft < wefts; weft++) {
                thrown[line][weft] = weft == 0 || !brocaded || seen[line][weft];
            }
            if (bobbins) {
                thrown[line][wefts] = seen[line][mostFace()];
            }
        }
        for (int shuttle = 0; brocaded && shuttle < shuttles.count(); shuttle++) {
            evened(thrown, shuttles, shuttle);
        }
        return thrown;
    }

    /**
     * A shuttle that is thrown an odd number of times ends on the other side, where the selvedge would not hold it in the next repeat:
     * it goes back once more, hidden, on the line below one of its own, or else above.
     */
    private void evened(boolean[][] thrown, Shuttles shuttles, int shuttle) {
        int count = 0;
        boolean[] below = null;
        boolean[] above = null;
        int at = 0;
        int over = 0;
        for (int line = 0; line < thrown.length; line++) {
            int next = (line + 1) % thrown.length;
            for (int weft = 0; weft < wefts; weft++) {
                if (shuttles.of(line, weft) == shuttle) {
                    count += thrown[line][weft] ? 1 : 0;
                    boolean stays = shuttles.of(next, weft) == shuttle;
                    if (stays && below == null && thrown[line][weft] && !thrown[next][weft]) {
                        below = thrown[next];
                        at = weft;
                    }
                    if (stays && above == null && !thrown[line][weft] && thrown[next][weft]) {
                        above = thrown[line];
                        over = weft;
                    }
                }
            }
        }
        if (count % 2 == 1 && below != null) {
            below[at] = true;
        } else if (count % 2 == 1 && above != null) {
            above[over] = true;
        }
    }

    /** @param up whether the ground has the main up there */
    private boolean isLifted(int weft, int face, boolean up) {
        if (weft == 0) {
            return up && (brocaded || face != wefts);
        }
        return face != (weft == wefts ? mostFace() : weft);
    }

    private LiftPlan woven(FaceMap map, byte[] plan, int[] lineOfRow) {
        BitGrid mains = new BitGrid(plan.length, map.ends());
        for (int row = 0; row < plan.length; row++) {
            int line = lineOfRow[row];
            int place = ground.place(0, line);
            for (int end = 0; end < map.ends(); end++) {
                int face = map.at(end, line);
                if (isLifted(plan[row], face, isUp(end, line, place))) {
                    mains.set(row, end);
                }
                place = place + 1 == ground.ends() ? 0 : place + 1;
            }
        }
        return new LiftPlan(mains, binding.over(lineOfRow, map.ends()), binding.mains(), new PickPlan(plan));
    }
}
