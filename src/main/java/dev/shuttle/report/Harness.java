package dev.shuttle.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the cloth hangs on the machine 装造. Hooks and ends count from 1, from the left.
 *
 * @param machine its name; absent where it has none
 * @param tie {@code straight}, {@code repeat}, {@code point}, {@code bordered} or {@code mixed}
 * @param sections the design's ends in the order of the cloth: {@code 1-100, 101-300 x3, 100-1}
 * @param hooks of the machine; the hook plan is as wide
 * @param figureFirst the first hook of the figure
 * @param figureHooks hooks of the figure
 * @param selvedgeHooks hooks of both selvedges
 * @param selector hooks of the weft selector
 * @param regulator the hook that stops the take-up; absent where there is none
 * @param box hooks of the shuttle boxes
 * @param castOut hooks that are not tied
 * @param idle hooks that are tied and lift nothing
 * @param idleLeft of these, those to the left of all that lift ends
 * @param mostCords the most ends on one hook 把吊
 * @param clothEnds ends of the cloth as it is tied, selvedges and binders among them
 * @param weaveRepeat ends of the weave's repeat
 * @param breaks places across the cloth where the harness turns or repeats and the weave does not go on
 * @param longestWeft the longest weft float of the cloth as it is tied
 * @param boxesLeft shuttle boxes on the left side; absent on looms without
 * @param boxesRight likewise on the right side
 * @param oddRuns runs of a shuttle that leave it on the other side; absent likewise
 * @param boxesFull picks whose shuttle finds no empty box; absent likewise
 * @param misfit why the machine cannot weave this; absent where it can
 */
public record Harness(
        @Nullable String machine,
        String tie,
        @Nullable String sections,
        int hooks,
        int figureFirst,
        int figureHooks,
        int selvedgeHooks,
        List<Integer> selector,
        @Nullable Integer regulator,
        List<Integer> box,
        int castOut,
        int idle,
        int idleLeft,
        int mostCords,
        int clothEnds,
        int weaveRepeat,
        int breaks,
        int longestWeft,
        @Nullable Integer boxesLeft,
        @Nullable Integer boxesRight,
        @Nullable Integer oddRuns,
        @Nullable Integer boxesFull,
        @Nullable String misfit) {
    /** Takes copies. */
    public Harness {
        selector = selector == null ? List.of() : List.copyOf(selector);
        box = box == null ? List.of() : List.copyOf(box);
    }
}
