package dev.shuttle.recipe;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A satin: the binding point moves {@code step} ends from pick to pick.
 *
 * @param ends of its repeat
 * @param step has no divisor in common with the ends, and is neither 1 nor one less than the ends
 */
public record Satin(int ends, int step) {
    static final int FEWEST_ENDS = 5;
    static final int MOST_ENDS = 32;

    static @Nullable Satin of(@Nullable Written written) {
        return written == null
                ? null
                : new Satin(
                        Objects.requireNonNull(written.whole("ends")), Objects.requireNonNull(written.whole("step")));
    }

    /** The steps that make a satin of so many ends; of 6 there is none. */
    static List<Integer> steps(int ends) {
        return IntStream.rangeClosed(2, ends - 2)
                .filter(step ->
                        BigInteger.valueOf(step).gcd(BigInteger.valueOf(ends)).intValue() == 1)
                .boxed()
                .toList();
    }

    /** What is wrong with ends and step together. */
    static @Nullable String contradiction(Map<String, Object> values) {
        int ends = (Integer) Objects.requireNonNull(values.get("ends"));
        List<Integer> steps = steps(ends);
        if (steps.isEmpty()) {
            return "there is no regular satin of " + ends + " ends";
        }
        return steps.contains(values.get("step")) ? null : "the steps of a satin of " + ends + " ends are " + steps;
    }
}
