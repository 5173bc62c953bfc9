package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Brocaded;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the colours under {@code brocading} as it is written.
 *
 * @param colour {@code #rrggbb}
 * @param area where it is brocaded; null: wherever it is
 * @param mask the name of a picture that says where; null: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Brocade(
        String colour, @Nullable Area area, @Nullable String mask) {
    /** Threads as they are written: {@code 101-300}. */
    static final String THREADS = "^[1-9][0-9]{0,4}-[1-9][0-9]{0,4}$";

    /** A mask's name: a picture's in the folder of weaves, never a path. */
    static final String MASK =
            "^[^./\\\\:*?\"<>|\\u0000-\\u001f\\u007f][^/\\\\:*?\"<>|\\u0000-\\u001f\\u007f]{0,99}\\.(png|bmp|gif|tif|tiff|PNG|BMP|GIF|TIF|TIFF)$";

    private static final Pattern DASH = Pattern.compile("-");
    private static final int MOST = 99_999;

    /**
     * An area as it is written.
     *
     * @param ends {@code 101-300}; null: all
     * @param lines likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Area(@Nullable String ends, @Nullable String lines) {
        private Brocaded.Area read() {
            int[] across = threads(ends);
            int[] down = threads(lines);
            return new Brocaded.Area(across[0], across[1], down[0], down[1]);
        }
    }

    static List<Brocade> of(List<RawRecipe> written) {
        return written.stream()
                .map(one -> new Brocade(
                        Objects.requireNonNull(one.text("colour")),
                        Optional.ofNullable(one.part("area"))
                                .map(area -> new Area(area.text("ends"), area.text("lines")))
                                .orElse(null),
                        one.text("mask")))
                .toList();
    }

    /** For the engine; masks are read later. */
    static List<Brocaded> brocaded(List<Brocade> written) {
        return written.stream()
                .map(one -> new Brocaded(
                        Rgb.parse(one.colour()),
                        one.area() == null ? null : one.area().read(),
                        one.mask() == null ? null : new Brocaded.Mask(one.mask(), null)))
                .toList();
    }

    private static int[] threads(@Nullable String written) {
        return written == null
                ? new int[] {1, MOST}
                : DASH.splitAsStream(written).mapToInt(Integer::parseInt).toArray();
    }

    /** What is wrong with an area; null where it is one. */
    static @Nullable String contradiction(Map<String, Object> area) {
        return Stream.of("ends", "lines")
                .filter(key -> area.get(key) instanceof String written && threads(written)[1] < threads(written)[0])
                .findFirst()
                .map(key -> key + " " + area.get(key) + " run backwards: the lower number comes first")
                .orElse(null);
    }
}
