package dev.shuttle.loom.weave;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A regular satin 缎纹: on line {@code y} the binding point lies at end {@code step · y} modulo {@code ends}.
 *
 * @param ends of its repeat 枚数, 5 to 32, not 6
 * @param step 飞数; has no divisor in common with the ends and is neither 1 nor one less than the ends, which would be
 *     twills
 */
public record Satin(int ends, int step) {
    public static final int FEWEST_ENDS = 5;
    public static final int MOST_ENDS = 32;

    public Satin {
        if (ends < FEWEST_ENDS || ends > MOST_ENDS || !steps(ends).contains(step)) {
            throw new IllegalArgumentException("no satin of " + ends + " ends has the step " + step);
        }
    }

    /** The satin of so many ends whose binding points lie farthest apart. */
    public static Satin of(int ends) {
        return steps(ends).stream()
                .max(Comparator.comparingInt((Integer step) -> apart(ends, step))
                        .thenComparing(Comparator.reverseOrder()))
                .map(step -> new Satin(ends, step))
                .orElseThrow(() -> new IllegalArgumentException("there is no regular satin of " + ends + " ends"));
    }

    /** The steps that make a satin of so many ends; none for 6 and below 5. */
    public static List<Integer> steps(int ends) {
        return IntStream.rangeClosed(2, ends - 2)
                .filter(step ->
                        BigInteger.valueOf(step).gcd(BigInteger.valueOf(ends)).intValue() == 1)
                .boxed()
                .toList();
    }

    /** Where an end stands in the repeat of a line, 0 to {@code ends - 1}; the binding point is at 0. */
    public int place(int end, int line) {
        return Math.floorMod(end - Math.floorMod(line, ends) * step, ends);
    }

    /** The squared distance between the two nearest binding points. */
    private static int apart(int ends, int step) {
        int least = ends * ends;
        for (int line = 1; line < ends; line++) {
            int across = line * step % ends;
            int nearer = Math.min(across, ends - across);
            least = Math.min(least, nearer * nearer + line * line);
        }
        return least;
    }
}
