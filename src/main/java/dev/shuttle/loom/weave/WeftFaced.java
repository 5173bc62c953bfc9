package dev.shuttle.loom.weave;

/**
 * Weft-faced compound cloth: taqueté where the binders weave tabby, samitum where they weave twill. The mains only sort
 * the wefts: the face's weft passes over them, the others under them; a face is the weft that shows.
 *
 * <p>Every weft is bound by each binder's lift, and lies over the binders next to it, so its floats follow from the
 * binding alone. A main lies under one pick of each line and over the others. Binders and picks reach one another, and
 * every main has both neighbours, hence the cloth hangs together.
 */
public record WeftFaced(Binding binding, int wefts) implements Structure {
    public WeftFaced {
        if (wefts < 2 || wefts > WeftBacked.MOST_WEFTS) {
            throw new IllegalArgumentException("2 to " + WeftBacked.MOST_WEFTS + " wefts, not " + wefts);
        }
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
        return wefts - 1;
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
        return new FloatBounds(
                2 * wefts - 2, (binding.lines() - 1) * wefts, binding.longestFace(), binding.longestBack());
    }

    @Override
    public LiftPlan weave(FaceMap map) {
        map.fitting(this);
        BitGrid lifted = new BitGrid(Math.multiplyExact(map.lines(), wefts), map.ends());
        int[] lineOfRow = new int[lifted.rows()];
        for (int row = 0; row < lifted.rows(); row++) {
            int line = row / wefts;
            lineOfRow[row] = line;
            for (int end = 0; end < map.ends(); end++) {
                if (map.at(end, line) != row % wefts) {
                    lifted.set(row, end);
                }
            }
        }
        BitGrid binders = binding.over(lineOfRow, map.ends());
        return new LiftPlan(lifted, binders, binding.mains(), PickPlan.constant(map.lines(), wefts));
    }
}
