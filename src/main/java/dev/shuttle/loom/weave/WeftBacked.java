package dev.shuttle.loom.weave;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weft-backed cloth 重纬: one warp, {@code wefts} wefts on each line; a face is the weft that shows. It lies over all ends
 * but place 0 of the satin; the others lie under all but one hidden binding place each.
 *
 * <p>Place 0 is lifted over every weft, the hidden place of a weft never over it, so no weft floats over or under more
 * than {@code N - 1} ends. Of a line's picks an end lies under the face weft and, at a hidden place, under one more. From
 * each end all others of another place are reached by way of the line that binds it, hence the cloth hangs together.
 *
 * <p>With other weaves a weft binds on the face as its colour's weave does, and is mended among its own picks with guards at
 * place 0 and at its hidden place: so it keeps its bound, and an end stays on one side of a weft for {@code N - 1} lines at
 * most. Successive picks hold successive picks of each weft, hence it stays over all of them for {@code wefts · (N - 1)} picks at
 * most. A hidden weft is left as it was, since what may be lifted there is up and what may be lowered is down: so an end stays
 * under no more picks than with the structure's own weave.
 *
 * @param weaves of faces; none of them floats over more than {@code N - 1}
 */
public record WeftBacked(Satin satin, int wefts, FaceWeaves weaves) implements Structure {
    public static final int FEWEST_WEFTS = 2;
    public static final int MOST_WEFTS = 8;

    public WeftBacked {
        int most = Math.min(MOST_WEFTS, satin.ends() - 3);
        if (wefts < FEWEST_WEFTS || wefts > most) {
            throw new IllegalArgumentException(
                    "a satin of " + satin.ends() + " ends hides 2 to " + most + " wefts, not " + wefts);
        }
    }

    /** With the structure's own weave on the face. */
    public WeftBacked(Satin satin, int wefts) {
        this(satin, wefts, FaceWeaves.NONE);
    }

    /** On a satin wide enough to hide the back wefts: 8, 10 or 12 ends. */
    public static WeftBacked of(int wefts) {
        return new WeftBacked(Satin.of(wefts <= 3 ? 8 : wefts <= 5 ? 10 : wefts == 6 ? 12 : 16), wefts);
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
        return satin.ends();
    }

    @Override
    public int linesRepeat() {
        return satin.ends();
    }

    @Override
    public int endsWished() {
        return weaves.ends(satin.ends());
    }

    @Override
    public int linesWished() {
        return weaves.lines(satin.ends());
    }

    @Override
    public FloatBounds bounds() {
        int most = satin.ends() - 1;
        // With two wefts a line can lie wholly over an end, and the next hidden place may follow at once.
        int whole = wefts == 2 ? hiddenInARow() : 1;
        int over = weaves.isNone() ? 3 * wefts - 2 : wefts * most;
        return new FloatBounds(over, 2 + 2 * whole, most, most);
    }

    /** Where each weft is bound on the back: as far from the riser of the face as can be, and not beside one. */
    List<Integer> hidden() {
        int ends = satin.ends();
        return IntStream.range(1, ends)
                .filter(place -> place != satin.step() && place != ends - satin.step())
                .boxed()
                .sorted(Comparator.comparingInt((Integer place) -> Math.abs(2 * place - ends))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(wefts)
                .toList();
    }

    /** The most lines that follow one another in which one end is at a hidden place. */
    private int hiddenInARow() {
        List<Integer> hidden = hidden();
        int longest = 0;
        for (int start : hidden) {
            int length = 0;
            for (int at = start; hidden.contains(at); at = Math.floorMod(at - satin.step(), satin.ends())) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    @Override
    public LiftPlan weave(FaceMap map) {
        map.fitting(this);
        BitGrid lifted = new BitGrid(Math.multiplyExact(map.lines(), wefts), map.ends());
        List<Integer> hidden = hidden();
        for (int line = 0; line < map.lines(); line++) {
            for (int weft = 0; weft < wefts; weft++) {
                pick(map, line, weft, hidden.get(weft), lifted);
            }
        }
        PickPlan picks = PickPlan.constant(map.lines(), wefts);
        if (weaves.isNone()) {
            return LiftPlan.of(lifted, picks);
        }
        BitGrid mended = mended(lifted, picks);
        return LiftPlan.of(mended, picks, Mending.of(lifted, mended, picks));
    }

    private void pick(FaceMap map, int line, int weft, int hidden, BitGrid lifted) {
        int row = line * wefts + weft;
        int place = satin.place(0, line);
        for (int end = 0; end < map.ends(); end++) {
            if (map.at(end, line) == weft ? isUp(map.weave(end, line), end, line, place) : place != hidden) {
                lifted.set(row, end);
            }
            place = place + 1 == satin.ends() ? 0 : place + 1;
        }
    }

    private boolean isUp(int weave, int end, int line, int place) {
        return weave == 0 ? place == 0 : weaves.isUp(weave, end, line);
    }

    /** Each weft among its own picks. */
    private BitGrid mended(BitGrid lifted, PickPlan picks) {
        BitGrid mended = new BitGrid(lifted.rows(), lifted.columns());
        for (int weft = 0; weft < wefts; weft++) {
            int[] rows = picks.rows(weft);
            FloatGuard guard = new FloatGuard(satin.ends(), satin.step(), 0, hidden().get(weft));
            BitGrid own = guard.mended(lifted.rows(rows), satin.ends() - 1);
            for (int line = 0; line < rows.length; line++) {
                mended.setRow(rows[line], own, line);
            }
        }
        return mended;
    }
}
