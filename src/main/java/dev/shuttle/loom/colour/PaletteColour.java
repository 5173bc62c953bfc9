package dev.shuttle.loom.colour;

/**
 * One colour of a point paper.
 *
 * @param index its label
 * @param cells how many cells of the point paper show it; 0 only in one that came back from painting, where each colour keeps its
 *     index
 * @param share the same as a share of the whole surface, 0 to 1
 */
public record PaletteColour(int index, Rgb rgb, long cells, double share) {
    public Lab lab() {
        return Lab.of(rgb);
    }
}
