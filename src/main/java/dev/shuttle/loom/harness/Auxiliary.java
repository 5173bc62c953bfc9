package dev.shuttle.loom.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hooks that lift no end 辅助针; all from 1.
 *
 * @param selector the weft selector's 选纬, a hook for each finger: up on the picks of its weft
 * @param regulator the one that stops the take-up 停撬 while it is up; null where there is none
 * @param box the shuttle boxes' 梭箱, those of the left side, then those of the right: up are the box that a shuttle leaves and
 *     the one that it flies to
 */
public record Auxiliary(List<Integer> selector, @Nullable Integer regulator, List<Integer> box) {
    /** There are none. */
    public static final Auxiliary NONE = new Auxiliary(List.of(), null, List.of());

    public Auxiliary {
        selector = List.copyOf(selector);
        box = List.copyOf(box);
    }

    /** All of them. */
    IntStream hooks() {
        List<Integer> all = new ArrayList<>(selector);
        if (regulator != null) {
            all.add(regulator);
        }
        all.addAll(box);
        return all.stream().mapToInt(Integer::intValue);
    }
}
