package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;
import java.util.List;

/**
 * How a palette is woven.
 *
 * @param fillings one for each colour of the palette, by index
 * @param warp the warp's colours: one, or for jin those of a group
 * @param wefts the wefts' colours; for jin main and binding weft
 */
public record Colouring(List<Filling> fillings, List<Rgb> warp, List<Rgb> wefts) {
    public Colouring {
        fillings = List.copyOf(fillings);
        warp = List.copyOf(warp);
        wefts = List.copyOf(wefts);
    }

    /** Whether another colour of more use has the very same threads on the face: the two cannot be told apart. */
    public boolean isMerged(int index) {
        Filling.Face face = fillings.get(index).face();
        return fillings.stream()
                .anyMatch(other -> other.index() < index && other.face().equals(face));
    }
}
