package dev.shuttle.loom.design;

import java.util.OptionalInt;

/** How many hooks a recipe's machine has. */
public final class Hooks {
    private Hooks() {}

    /** All that its fabric names; else those that its width takes, with selvedges; empty where nothing says how wide. */
    public static OptionalInt of(Recipe recipe) {
        Fabric fabric = recipe.fabric();
        if (fabric == null || (fabric.hooks() == null && fabric.ends() == null && fabric.widthCm() == null)) {
            return OptionalInt.empty();
        }
        if (fabric.hooks() != null) {
            return OptionalInt.of(fabric.hooks());
        }
        WeaveOrder asked = recipe.weave();
        WeaveOrder order = asked == null
                ? null
                : asked.settled(recipe.colours(), recipe.style().isOfOneHue());
        Grid wanted = recipe.withFabric(fabric.even()).grid(1, 1);
        // a machine has all the ends that are named, also those that the weave's repeat leaves over
        Grid grid = fabric.ends() != null ? wanted : WovenGrid.of(wanted, recipe, order);
        int selvedges = order == null || order.selvedge() == null
                ? 0
                : 2 * order.selvedge().ends();
        return OptionalInt.of(WovenGrid.hooks(grid, recipe, order) + selvedges);
    }
}
