package dev.shuttle.report;

/**
 * A colour that the recipe names.
 *
 * @param rgb the colour
 * @param protect whether its cells may not be lost either
 * @param share of the point paper that shows it, 0 to 1; 0 where the picture has no place for it
 * @param lost share of its cells that the cloth shows as another colour, 0 to 1
 */
public record Pinned(String rgb, boolean protect, double share, double lost) {
    public Pinned {
        share = Rounding.to(share, 6);
        lost = Rounding.to(lost, 4);
    }
}
