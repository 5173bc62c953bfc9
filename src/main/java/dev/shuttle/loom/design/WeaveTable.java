package dev.shuttle.loom.design;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.FaceWeaves;
import dev.shuttle.loom.weave.UnitWeave;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which colours are woven with which weaves 铺组织.
 *
 * @param colours of the palette
 * @param ground of the colour that is used most, where it is not named by itself; null: the structure's own
 * @param others of every colour that is not named; null: the structure's own
 */
public record WeaveTable(
        Map<Rgb, UnitWeave> colours,
        @Nullable UnitWeave ground,
        @Nullable UnitWeave others) {
    /** Every colour has the structure's own weave. */
    public static final WeaveTable NONE = new WeaveTable(Map.of(), null, null);

    /** A colour no further than this (CIEDE2000) from one that is named is that colour, as a colour profile moved it. */
    public static final double SAME = 2;

    public WeaveTable {
        colours = Collections.unmodifiableMap(new LinkedHashMap<>(colours));
    }

    /** Whether nothing is named. */
    public boolean isNone() {
        return colours.isEmpty() && ground == null && others == null;
    }

    /** All weaves, each once, in the order in which they were named. */
    public List<UnitWeave> weaves() {
        List<UnitWeave> all = new ArrayList<>(colours.values());
        if (ground != null) {
            all.add(ground);
        }
        if (others != null) {
            all.add(others);
        }
        return all.stream().distinct().toList();
    }

    /** The same for a structure. */
    public FaceWeaves faces() {
        return isNone() ? FaceWeaves.NONE : new FaceWeaves(weaves(), others != null);
    }

    /** The number of a colour's weave, from 1; 0 where it has the structure's own. */
    public int number(int index, Lab colour) {
        UnitWeave weave = named(colour);
        if (weave == null) {
            weave = index == 0 && ground != null ? ground : others;
        }
        return weave == null ? 0 : weaves().indexOf(weave) + 1;
    }

    private @Nullable UnitWeave named(Lab colour) {
        UnitWeave nearest = null;
        double least = SAME;
        for (Map.Entry<Rgb, UnitWeave> entry : colours.entrySet()) {
            double difference = Lab.of(entry.getKey()).difference(colour);
            if (difference <= least) {
                least = difference;
                nearest = entry.getValue();
            }
        }
        return nearest;
    }
}
