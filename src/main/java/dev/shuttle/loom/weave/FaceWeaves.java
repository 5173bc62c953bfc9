package dev.shuttle.loom.weave;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The weaves that a structure's faces are shown with, beside its own; numbers are from 1.
 *
 * @param weaves up to 255
 * @param all whether every face has one of them, so that the structure's own weave is nowhere
 */
public record FaceWeaves(List<UnitWeave> weaves, boolean all) {
    /** The structure's own alone. */
    public static final FaceWeaves NONE = new FaceWeaves(List.of(), false);
    /** Longer repeats than this are not wished for. */
    private static final int MOST_WISHED = 30_000;

    public FaceWeaves {
        weaves = List.copyOf(weaves);
        if (weaves.size() > 255) {
            throw new IllegalArgumentException(weaves.size() + " weaves; 255 are the most");
        }
    }

    /** Whether there is none beside the structure's own. */
    public boolean isNone() {
        return weaves.isEmpty();
    }

    boolean isUp(int number, int end, int line) {
        return weaves.get(number - 1).isUp(end, line);
    }

    /** The longest float of any, the structure's own of this length among them where it is used. */
    int longestFloat(int own) {
        int others = weaves.stream().mapToInt(UnitWeave::longestFloat).max().orElse(0);
        return all ? others : Math.max(own, others);
    }

    /** Ends in which all repeats come out even; those of the structure's own weave where they do so only in very many. */
    int ends(int own) {
        return common(own, UnitWeave::ends);
    }

    /** Lines in which all repeats come out even. */
    int lines(int own) {
        return common(own, UnitWeave::lines);
    }

    private int common(int own, ToIntFunction<UnitWeave> length) {
        int common = all ? 1 : own;
        for (UnitWeave weave : weaves) {
            common = common(common, length.applyAsInt(weave));
        }
        return common;
    }

    /** The least multiple of both; the second where it would be a very large one. */
    static int common(int one, int other) {
        int many = one;
        while (many % other != 0 && many <= MOST_WISHED) {
            many += one;
        }
        return many <= MOST_WISHED ? many : other;
    }
}
