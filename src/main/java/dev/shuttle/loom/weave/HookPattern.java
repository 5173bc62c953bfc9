package dev.shuttle.loom.weave;

import java.util.Locale;

/**
 * Lifts that show whether a machine obeys, hook by hook. They are no cloth: most are tried without a weft. Hooks and picks
 * count from 1, hooks from the left, picks in the order of weaving, so the first pick is the last row.
 */
public enum HookPattern {
    /** No hook is up: one that is hangs. */
    DOWN,
    /** Every hook is up: one that is not is dead or not tied. */
    UP,
    /** Odd hooks, then even ones: hooks that go with a neighbour. */
    PLAIN,
    /** The left half, then the right: whether left is left, and whole modules. */
    HALVES,
    /** Every 10th hook, then every 100th, then every 1000th: where one counts from. */
    RULER,
    /** A hook's number in twos, the ones first; of each digit the hooks that have it, then all others: hooks in the wrong place. */
    NUMBERS,
    /** Each pick one hook, the first pick the first hook: each hook by itself, and the order of the picks. */
    DIAGONAL;

    /** Picks of one lift, so that it can be seen and felt. */
    private static final int HELD = 8;

    private static final int DIGIT = 4;

    /** The word that its file is named with. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The plan for so many hooks.
     *
     * @param hooks 2 or more
     */
    public BitGrid plan(int hooks) {
        if (hooks < 2) {
            throw new IllegalArgumentException("a machine of " + hooks + " hooks");
        }
        BitGrid lifted = new BitGrid(picks(hooks), hooks);
        for (int pick = 1; pick <= lifted.rows(); pick++) {
            for (int hook = 1; hook <= hooks; hook++) {
                if (isUp(hook, pick, hooks)) {
                    lifted.set(lifted.rows() - pick, hook - 1);
                }
            }
        }
        return lifted;
    }

    /** How many picks it has. */
    public int picks(int hooks) {
        return switch (this) {
            case DOWN, UP, PLAIN -> HELD;
            case HALVES -> 2 * HELD;
            case RULER -> 3 * HELD;
            case NUMBERS -> 2 * DIGIT * digits(hooks);
            case DIAGONAL -> hooks;
        };
    }

    private static int digits(int hooks) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(hooks);
    }

    private boolean isUp(int hook, int pick, int hooks) {
        int held = (pick - 1) / HELD;
        return switch (this) {
            case DOWN -> false;
            case UP -> true;
            case PLAIN -> hook % 2 == pick % 2;
            case HALVES -> hook <= hooks / 2 == (held == 0);
            case RULER -> hook % (held == 0 ? 10 : held == 1 ? 100 : 1000) == 0;
            case NUMBERS -> {
                int step = (pick - 1) / DIGIT;
                int digit = hook >> (step / 2);
                yield digit % 2 == 1 == (step % 2 == 0);
            }
            case DIAGONAL -> hook == pick;
        };
    }
}
