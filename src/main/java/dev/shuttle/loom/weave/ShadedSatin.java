package dev.shuttle.loom.weave;

/**
 * Shaded satin 影光: one warp, one weft; a face is the level, how many of {@code N} ends lie over the pick, 1 (weft
 * satin) to {@code N - 1} (warp satin). All levels are thresholds of one satin, so place 0 is always lifted and place
 * {@code N - 1} never: on every pick and on every end each comes once in {@code N}, hence no float exceeds {@code N - 1},
 * and from each end the two lead to its neighbour, hence the cloth hangs together.
 */
public record ShadedSatin(Satin satin) implements Structure {
    @Override
    public int leastFace() {
        return 1;
    }

    @Override
    public int mostFace() {
        return satin.ends() - 1;
    }

    @Override
    public int endsRepeat() {
        return satin.ends();
    }

    @Override
    public int linesRepeat() {
        return satin.ends();
    }

    @Override
    public FloatBounds bounds() {
        int most = satin.ends() - 1;
        return new FloatBounds(most, most, most, most);
    }

    @Override
    public LiftPlan weave(FaceMap map) {
        map.fitting(this);
        BitGrid lifted = new BitGrid(map.lines(), map.ends());
        for (int line = 0; line < map.lines(); line++) {
            int place = satin.place(0, line);
            for (int end = 0; end < map.ends(); end++) {
                if (place < map.at(end, line)) {
                    lifted.set(line, end);
                }
                place = place + 1 == satin.ends() ? 0 : place + 1;
            }
        }
        return LiftPlan.of(lifted, PickPlan.constant(map.lines(), 1));
    }
}
