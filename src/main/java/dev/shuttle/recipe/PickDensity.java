package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.shuttle.loom.design.Along;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the pick densities along the length, under {@code fabric.densities}; one of {@code cm}, {@code lines} and {@code share}
 * says how long it goes, none of them: for the rest.
 *
 * @param cm on the cloth
 * @param lines of the point paper
 * @param share of the height, 0 to 1
 * @param picksPerCm lines of the point paper per cm
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PickDensity(
        @Nullable Double cm,
        @Nullable Integer lines,
        @Nullable Double share,
        double picksPerCm) {
    private static final List<String> LENGTHS = List.of("cm", "lines", "share");
    /** What is wrong where a height is said beside the height of all of them. */
    static final String OWN_HEIGHT =
            "densities say themselves how high the cloth is; leave height_cm and picks out, or the"
                    + " length of one of them, which takes the rest";

    static List<PickDensity> of(List<RawRecipe> written) {
        return written.stream()
                .map(one -> new PickDensity(
                        one.number("cm"),
                        one.whole("lines"),
                        one.number("share"),
                        Objects.requireNonNull(one.number("picks_per_cm"))))
                .toList();
    }

    static List<Along.Part> parts(List<PickDensity> densities) {
        return densities.stream()
                .map(one -> new Along.Part(one.cm, one.lines, one.share, one.picksPerCm))
                .toList();
    }

    /** What is wrong with one of them; null where nothing is. */
    static @Nullable String oneLength(Map<String, Object> density) {
        List<String> said = LENGTHS.stream().filter(density::containsKey).toList();
        return said.size() <= 1 ? null : String.join(" and ", said) + " both say how long it goes; leave one out";
    }

    /** What is wrong with all of them beside what else the fabric says; null where nothing is. */
    static @Nullable String contradiction(Map<String, Object> fabric) {
        if (fabric.containsKey("picks_per_cm")) {
            return "densities and picks_per_cm both say how dense the picks are; leave one out";
        }
        if (fabric.containsKey("height_cm") && fabric.containsKey("picks")) {
            return "height_cm and picks cannot both hold where densities say how dense the picks are; leave one out";
        }
        List<Map<?, ?>> densities = new ArrayList<>();
        if (fabric.get("densities") instanceof List<?> list) {
            list.forEach(one -> densities.add((Map<?, ?>) one));
        }
        long rests = densities.stream()
                .filter(one -> LENGTHS.stream().noneMatch(one::containsKey))
                .count();
        if (rests > 1) {
            return rests + " densities take the rest; one may, the others say how long they go: cm, lines or share";
        }
        double shares = sum(densities, "share");
        boolean isWhole = Math.abs(shares - 1) < 1e-6;
        boolean hasFixed = densities.stream().anyMatch(one -> one.containsKey("cm") || one.containsKey("lines"));
        if (shares > 1 + 1e-6 || (isWhole && (rests > 0 || hasFixed)) || (rests == 0 && !hasFixed && !isWhole)) {
            return "the shares of densities are " + Math.round(1000 * shares) / 1000.0
                    + " together; they are 1, or less where another density takes what is left";
        }
        if (rests == 0 && hasFixed && (fabric.containsKey("height_cm") || fabric.containsKey("picks"))) {
            return OWN_HEIGHT;
        }
        double[] perCm = perCm(densities).sorted().toArray();
        return perCm[perCm.length - 1] > Along.MOST_RATIO * perCm[0]
                ? "the picks of one density lie more than " + Math.round(Along.MOST_RATIO)
                        + " times as close as those of another"
                : null;
    }

    private static double sum(List<Map<?, ?>> densities, String key) {
        return densities.stream()
                .map(one -> one.get(key))
                .filter(Objects::nonNull)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sum();
    }

    private static DoubleStream perCm(List<Map<?, ?>> densities) {
        return densities.stream()
                .flatMap(one -> Stream.ofNullable(one.get("picks_per_cm")))
                .mapToDouble(value -> ((Number) value).doubleValue());
    }
}
