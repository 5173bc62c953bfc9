package dev.shuttle.loom.weave;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a repeat fits a machine.
 *
 * @param machineHooks hooks that the machine has for the figure
 * @param hooks of one repeat
 * @param repeats how often it goes across, 0 where it is too wide
 * @param idle hooks left over
 */
public record HookFit(int machineHooks, int hooks, int repeats, int idle) {
    /** How far a width in centimetres may give for the machine's sake. */
    private static final double LEEWAY = 0.1;

    /** The fit of {@code hooks} hooks. */
    public static HookFit of(int machineHooks, int hooks) {
        if (machineHooks < 1 || hooks < 1) {
            throw new IllegalArgumentException(hooks + " hooks on a machine of " + machineHooks);
        }
        return new HookFit(machineHooks, hooks, machineHooks / hooks, machineHooks % hooks);
    }

    /**
     * The width to weave on a machine: what is wished, or a width near it that leaves no hook idle. A machine that is too
     * narrow gets as much as it holds, and one that does not hold a single repeat of the weave gets that repeat.
     *
     * @param wished hooks, a multiple of the weave's repeat
     * @param exact whether the wish was for so many hooks, not for centimetres that may give a little
     */
    public static int width(int machineHooks, int wished, int weaveRepeat, boolean exact) {
        int most = Math.max(1, machineHooks / weaveRepeat) * weaveRepeat;
        if (exact || wished > most) {
            return Math.min(wished, most);
        }
        return nearest(machineHooks, wished, weaveRepeat).stream()
                .filter(width -> Math.abs(width - wished) <= LEEWAY * wished)
                .min(Comparator.comparingInt(width -> Math.abs(width - wished)))
                .orElse(wished);
    }

    /**
     * The widths nearest to {@code hooks} that leave no hook idle, the next narrower and the next wider, where there are
     * any.
     *
     * @param weaveRepeat the weave's repeat in hooks, of which a width is a multiple
     */
    public static List<Integer> nearest(int machineHooks, int hooks, int weaveRepeat) {
        List<Integer> widths = IntStream.rangeClosed(1, machineHooks)
                .filter(width -> machineHooks % width == 0 && width % weaveRepeat == 0)
                .boxed()
                .toList();
        return IntStream.concat(
                        widths.stream().mapToInt(Integer::intValue).filter(w -> w <= hooks).max().stream(),
                        widths.stream().mapToInt(Integer::intValue).filter(w -> w > hooks).min().stream())
                .boxed()
                .toList();
    }
}
