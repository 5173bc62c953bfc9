package dev.shuttle.loom.weave;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shaded satin 影光: one warp, one weft; a face is the level, how many of {@code N} ends lie over the pick, 1 (weft
 * satin) to {@code N - 1} (warp satin). All levels are thresholds of one satin, so place 0 is always lifted and place
 * {@code N - 1} never: on every pick and on every end each comes once in {@code N}, hence no float exceeds {@code N - 1},
 * and from each end the two lead to its neighbour, hence the cloth hangs together.
 *
 * <p>With other weaves beside the levels it is a figured cloth of one warp and one weft, mended where weaves meet.
 *
 * @param weaves beside the levels; none of them floats further than the limit
 * @param floatLimit the longest float wanted where there are other weaves; null: two more than the longest of the weaves
 */
public record ShadedSatin(
        Satin satin, FaceWeaves weaves, @Nullable Integer floatLimit) implements Structure {
    /** Real cloths have floats that much longer where figures end; it is mended in a twentieth of the places. */
    private static final int LONGER = 2;
    /** A guard whose places lie closer draws lines. */
    private static final int FEWEST_PLACES = 4;

    /** Levels alone. */
    public ShadedSatin(Satin satin) {
        this(satin, FaceWeaves.NONE, null);
    }

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
        return weaves.isNone() ? satin.ends() : guard().ends();
    }

    @Override
    public int linesRepeat() {
        return endsRepeat();
    }

    @Override
    public int endsWished() {
        return FaceWeaves.common(weaves.ends(satin.ends()), endsRepeat());
    }

    @Override
    public int linesWished() {
        return FaceWeaves.common(weaves.lines(satin.ends()), endsRepeat());
    }

    @Override
    public FloatBounds bounds() {
        int most = weaves.isNone() ? satin.ends() - 1 : limit();
        return new FloatBounds(most, most, most, most);
    }

    private int limit() {
        return floatLimit == null ? weaves.longestFloat(satin.ends() - 1) + LONGER : floatLimit;
    }

    /** With as many places as the limit allows, where it can be so that the weaves' own repeat is the guard's too. */
    private FloatGuard guard() {
        int most = limit() + 1;
        int ends = weaves.ends(satin.ends());
        int lines = weaves.lines(satin.ends());
        int places = IntStream.rangeClosed(Math.min(FEWEST_PLACES, most), most)
                .filter(count -> ends % count == 0 && lines % count == 0)
                .max()
                .orElse(most);
        return FloatGuard.of(places);
    }

    @Override
    public LiftPlan weave(FaceMap map) {
        map.fitting(this);
        BitGrid lifted = new BitGrid(map.lines(), map.ends());
        for (int line = 0; line < map.lines(); line++) {
            int place = satin.place(0, line);
            for (int end = 0; end < map.ends(); end++) {
                int weave = map.weave(end, line);
                if (weave == 0 ? place < map.at(end, line) : weaves.isUp(weave, end, line)) {
                    lifted.set(line, end);
                }
                place = place + 1 == satin.ends() ? 0 : place + 1;
            }
        }
        PickPlan picks = PickPlan.constant(map.lines(), 1);
        if (weaves.isNone()) {
            return LiftPlan.of(lifted, picks);
        }
        BitGrid mended = guard().mended(lifted, limit());
        return LiftPlan.of(mended, picks, Mending.of(lifted, mended, picks));
    }
}
