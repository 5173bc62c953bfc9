package dev.shuttle.pipeline.intake;

import dev.shuttle.loom.design.Brocaded;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.library.MaskPicture;
import dev.shuttle.loom.library.WeaveException;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What tickets and presets say of small bobbins.
 *
 * @param masks where their masks lie: in the folder of weaves
 */
record Bobbins(Weaves masks) {
    private static final String HINT =
            "brocading goes with lampas, brocade, taquete and samitum, whose binding warp holds it";

    /** A recipe whose masks are read; a ticket's bobbins that its structure cannot hold are refused. */
    Recipe into(Recipe recipe, Ticket ticket) throws IOException, RecipeException {
        WeaveOrder order = recipe.weave();
        if (!ticket.brocading().isEmpty() && order == null) {
            throw new RecipeException("brocading: nothing is woven here", "name a structure; " + HINT);
        }
        if (!ticket.brocading().isEmpty() && order != null && !order.kind().hasBinders()) {
            throw new RecipeException("brocading: in " + word(order.kind()) + " nothing holds small bobbins", HINT);
        }
        if (order == null || order.brocading().stream().allMatch(one -> one.mask() == null)) {
            return recipe;
        }
        List<Brocaded> drawn = new ArrayList<>();
        for (Brocaded one : order.brocading()) {
            Brocaded.Mask mask = one.mask();
            drawn.add(mask == null ? one : drawn(one, mask.name()));
        }
        return recipe.withWeave(order.brocaded(drawn));
    }

    private Brocaded drawn(Brocaded one, String name) throws IOException, RecipeException {
        try {
            return one.drawn(MaskPicture.read(name, masks.bytes("brocading", name)));
        } catch (WeaveException e) {
            throw new RecipeException("brocading: " + e.message(), e.hint());
        }
    }

    private static String word(StructureKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
