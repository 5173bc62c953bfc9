package dev.shuttle.loom.blanket;

import dev.shuttle.loom.blanket.BlanketException.Code;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.design.WeaveTable;
import dev.shuttle.loom.weave.Structure;
import java.util.List;

/**
 * A weave blanket: one piece of cloth with a numbered patch for every tone or mixture that a structure weaves of some yarns,
 * so that colours can be judged and measured before a design is trusted with them.
 *
 * @param paper its point paper, in the colours that the yarns should give
 * @param cloth the same woven
 * @param patches by number
 */
public record Blanket(PointPaper paper, Cloth cloth, List<Patch> patches) {
    /** Yarns of a blanket of tones where nobody says how many: a warp and three wefts. */
    private static final int USUAL_TONES = 4;

    public Blanket {
        patches = List.copyOf(patches);
    }

    /** How many yarns a blanket has where nobody says how many: as many as a design has. */
    public static int usualYarns(Recipe recipe) throws BlanketException {
        WeaveOrder order = order(recipe);
        if (order.kind().isOfTones()) {
            return Math.min(USUAL_TONES, recipe.colours());
        }
        return order.changing() == null ? order.structure(recipe.colours()).threads() : recipe.colours();
    }

    /**
     * The blanket of a recipe, whose palette is the card that yarns are chosen from.
     *
     * @param most yarns, 2 or more
     */
    public static Blanket of(Recipe recipe, int most) throws BlanketException {
        WeaveOrder order = order(recipe);
        boolean grey = recipe.style().saturation() == 0;
        List<Rgb> card = grey ? YarnSpread.greys(recipe.palette()) : recipe.palette();
        List<Rgb> yarns = YarnSpread.of(card, most);
        if (yarns.size() < 2) {
            throw new BlanketException(
                    Code.TOO_FEW_YARNS, "a blanket of one yarn shows nothing", "name two or more in the palette");
        }
        Structure structure = order.structure(yarns.size());
        return new BlanketLayout(recipe.fabric(), order, structure, yarns).made();
    }

    private static WeaveOrder order(Recipe recipe) throws BlanketException {
        WeaveOrder asked = recipe.weave();
        if (asked == null) {
            throw new BlanketException(
                    Code.NO_STRUCTURE,
                    "there is no weave to make a blanket of",
                    "choose a preset with a structure, such as shu_brocade or damask, or name one in a ticket: structure: lampas");
        }
        // a blanket shows what the structure itself makes of yarns
        return asked.woven(WeaveTable.NONE)
                .brocaded(List.of())
                .settled(recipe.colours(), recipe.style().isOfOneHue());
    }
}
