package dev.shuttle.loom.blanket;

import dev.shuttle.loom.cloth.Filling.Face;
import dev.shuttle.loom.colour.Rgb;
import java.util.List;

/**
 * Patches side by side, and the numbers above them.
 *
 * @param wefts the wefts' yarns over the patches
 * @param faces one a patch
 * @param headWefts the wefts' yarns over the numbers
 * @param ground what lies between the patches and behind the numbers
 * @param ink what the numbers are of
 */
record Strip(List<Rgb> wefts, List<Face> faces, List<Rgb> headWefts, Face ground, Face ink) {
    Strip {
        wefts = List.copyOf(wefts);
        faces = List.copyOf(faces);
        headWefts = List.copyOf(headWefts);
    }

    /** The patches from one to before another. */
    Strip part(int from, int to) {
        return new Strip(wefts, faces.subList(from, Math.min(to, faces.size())), headWefts, ground, ink);
    }
}
