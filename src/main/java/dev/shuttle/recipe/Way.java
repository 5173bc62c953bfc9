package dev.shuttle.recipe;

import dev.shuttle.loom.colour.Rgb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One of the {@code colourways} as it is written.
 *
 * @param name what it is called
 * @param yarns colours {@code #rrggbb} by the place of the yarn: {@code A}, {@code C2}, {@code warp}, {@code binder}, or its colour
 */
public record Way(String name, Map<String, String> yarns) {
    /** A yarn's place in a cloth, or its colour. */
    static final String PLACE = "^(?:[A-H](?:[1-9][0-9]{0,2})?|warp|binder|#?[0-9a-fA-F]{6})$";

    /** Takes a copy. */
    public Way {
        yarns = Collections.unmodifiableMap(new LinkedHashMap<>(yarns));
    }

    static List<Way> of(List<RawRecipe> written) {
        List<Way> ways = new ArrayList<>();
        for (RawRecipe way : written) {
            ways.add(new Way(Objects.requireNonNull(way.text("name")), way.pairs("yarns")));
        }
        return ways;
    }

    /** The colours by place. */
    public Map<String, Rgb> rgb() {
        Map<String, Rgb> rgb = new LinkedHashMap<>();
        yarns.forEach((place, colour) -> rgb.put(place, Rgb.parse(colour)));
        return rgb;
    }
}
