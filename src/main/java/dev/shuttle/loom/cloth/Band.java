package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;
import java.util.List;
import java.util.Set;

/**
 * A part of the length in which every weft keeps its yarn.
 *
 * @param from its first line, from the top
 * @param to the line after its last
 * @param fillings what each colour of the palette becomes here, by index
 * @param seen which colours of the palette lie here
 * @param wefts the wefts' colours here
 */
public record Band(int from, int to, List<Filling> fillings, Set<Integer> seen, List<Rgb> wefts) {
    public Band {
        fillings = List.copyOf(fillings);
        seen = Set.copyOf(seen);
        wefts = List.copyOf(wefts);
    }

    /** Whether the threads on the face are the same for a colour and another that lies here too. */
    boolean areAlike(int one, int other) {
        return seen.contains(other)
                && fillings.get(one).face().equals(fillings.get(other).face())
                && fillings.get(one).weave() == fillings.get(other).weave();
    }
}
