package dev.shuttle.loom.yarn;

import dev.shuttle.loom.colour.Rgb;
import org.jspecify.annotations.Nullable;

/**
 * One yarn of a card.
 *
 * @param name as the card has it, a number or a word; empty where it has none
 * @param tex grams per km; null where the card does not say
 * @param material such as silk; empty where the card does not say
 * @param use what it is for
 */
public record Yarn(String name, Rgb colour, @Nullable Double tex, String material, Use use) {
    /** What a yarn is for. */
    public enum Use {
        /** To show: a weft, for jin a warp. */
        COLOUR,
        /** The warp of all cloths but jin; its colour is the ground's, whatever the card says. */
        WARP,
        /** What binds, likewise. */
        BINDER
    }

    /** A yarn to show. */
    public Yarn(String name, Rgb colour, @Nullable Double tex, String material) {
        this(name, colour, tex, material, Use.COLOUR);
    }

    /** A yarn of which no more is known. */
    public Yarn(String name, Rgb colour) {
        this(name, colour, null, "");
    }

    /** What people call it: name and material, as far as the card says them. */
    public String title() {
        return material.isEmpty() ? name : name.isEmpty() ? material : name + " · " + material;
    }
}
