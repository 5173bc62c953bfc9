package dev.shuttle.report;

import org.jspecify.annotations.Nullable;

/**
 * A patch of a weave blanket.
 *
 * @param number woven above it, from 1
 * @param row from the top, from 1
 * @param column from the left, from 1
 * @param index its colour of the palette
 * @param rgb the colour that its yarns and binding points should give together
 * @param weave what is on its face, in the words of the palette
 * @param yarn the yarns on its face
 * @param widthCm on the cloth; absent where no fabric is named
 * @param heightCm likewise
 * @param warpMax its longest warp float, in picks
 * @param weftMax its longest weft float, in ends
 */
public record Patch(
        int number,
        int row,
        int column,
        int index,
        String rgb,
        String weave,
        String yarn,
        @Nullable Double widthCm,
        @Nullable Double heightCm,
        int warpMax,
        int weftMax) {
    public Patch {
        widthCm = Rounding.maybe(widthCm, 2);
        heightCm = Rounding.maybe(heightCm, 2);
    }
}
