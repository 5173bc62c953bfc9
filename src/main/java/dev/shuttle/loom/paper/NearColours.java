package dev.shuttle.loom.paper;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one colour of a paper that another colour is very near to. */
final class NearColours {
    /** What a conversion between colour spaces moves a colour at most, CIEDE2000. */
    private static final double NEAR = 2;

    private final Map<Integer, Integer> exact = new HashMap<>();
    private final List<Lab> labs;
    private final Map<Integer, Integer> known = new HashMap<>();

    NearColours(List<Rgb> colours) {
        this.labs = colours.stream().map(Lab::of).toList();
        for (int index = 0; index < colours.size(); index++) {
            exact.put(colours.get(index).packed(), index);
        }
    }

    /** The index of a colour that is exactly one of them; -1 for others. */
    int exact(int rgb) {
        return exact.getOrDefault(rgb, -1);
    }

    /** The index of the only one so near; -1 where there is none, or more than one. */
    int of(int rgb) {
        int same = exact(rgb);
        return same >= 0 ? same : known.computeIfAbsent(rgb, this::only);
    }

    private int only(int rgb) {
        Lab lab = Lab.of(Rgb.of(rgb));
        int found = -1;
        for (int index = 0; index < labs.size(); index++) {
            if (lab.difference(labs.get(index)) <= NEAR) {
                if (found >= 0) {
                    return -1;
                }
                found = index;
            }
        }
        return found;
    }
}
