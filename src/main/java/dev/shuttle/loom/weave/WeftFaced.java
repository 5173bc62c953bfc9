package dev.shuttle.loom.weave;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Weft-faced compound cloth: taqueté where the binders weave tabby, samitum where they weave twill. The mains only sort
 * the wefts: the face's weft passes over them, the others under them; a face is the weft that shows.
 *
 * <p>Every weft is bound by each binder's lift, and lies over the binders next to it, so its floats follow from the
 * binding alone. A main lies under one pick of each line and over the others. Binders and picks reach one another, and
 * every main has both neighbours, hence the cloth hangs together.
 *
 * @param bobbins 挖花: small bobbins weave areas of their own, all in one shed after the wefts of a line, which are at the back there.
 *     The highest face is theirs; the bounds count their shed as one weft more
 */
public record WeftFaced(Binding binding, int wefts, boolean bobbins) implements Structure {
    public WeftFaced {
        if (wefts < 2 || wefts > WeftBacked.MOST_WEFTS) {
            throw new IllegalArgumentException("2 to " + WeftBacked.MOST_WEFTS + " wefts, not " + wefts);
        }
    }

    /** Without bobbins. */
    public WeftFaced(Binding binding, int wefts) {
        this(binding, wefts, false);
    }

    /** Taqueté: a binder after each main, in tabby. */
    public static WeftFaced taquete(int wefts) {
        return new WeftFaced(new Binding(1, 2), wefts);
    }

    /** Samitum: a binder after two mains, in 1/2 twill. */
    public static WeftFaced samitum(int wefts) {
        return new WeftFaced(new Binding(2, 3), wefts);
    }

    @Override
    public int leastFace() {
        return 0;
    }

    @Override
    public int mostFace() {
        return picksPerLine() - 1;
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
        return binding.endsRepeat();
    }

    @Override
    public int linesRepeat() {
        return binding.lines();
    }

    @Override
    public FloatBounds bounds() {
        int picks = picksPerLine();
        return new FloatBounds(
                2 * picks - 2, (binding.lines() - 1) * picks, binding.longestFace(), binding.longestBack());
    }

    @Override
    public LiftPlan weave(FaceMap map) {
        map.fitting(this);
        byte[] plan = new byte[Math.multiplyExact(map.lines(), picksPerLine())];
        int[] lineOfRow = new int[plan.length];
        int rows = 0;
        for (int line = 0; line < map.lines(); line++) {
            for (int weft = 0; weft < picksPerLine(); weft++) {
                if (weft < wefts || isSeen(map, line, weft)) {
                    plan[rows] = (byte) weft;
                    lineOfRow[rows++] = line;
                }
            }
        }
        return woven(map, Arrays.copyOf(plan, rows), Arrays.copyOf(lineOfRow, rows));
    }

    private static boolean isSeen(FaceMap map, int line, int face) {
        return IntStream.range(0, map.ends()).anyMatch(end -> map.at(end, line) == face);
    }

    private LiftPlan woven(FaceMap map, byte[] plan, int[] lineOfRow) {
        BitGrid lifted = new BitGrid(plan.length, map.ends());
        for (int row = 0; row < plan.length; row++) {
            for (int end = 0; end < map.ends(); end++) {
                if (map.at(end, lineOfRow[row]) != plan[row]) {
                    lifted.set(row, end);
                }
            }
        }
        return new LiftPlan(lifted, binding.over(lineOfRow, map.ends()), binding.mains(), new PickPlan(plan));
    }
}
