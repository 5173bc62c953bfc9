package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.shuttle.loom.design.Along;
import dev.shuttle.loom.design.Fabric;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key {@code fabric} as it is written. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Cloth(
        @Nullable Double widthCm,
        @Nullable Double heightCm,
        @Nullable Double endsPerCm,
        @Nullable Double picksPerCm,
        @Nullable Integer ends,
        @Nullable Integer picks,
        @Nullable Integer hooks,
        List<PickDensity> densities) {
    /** Takes a copy. */
    public Cloth {
        densities = densities == null ? List.of() : List.copyOf(densities);
    }

    /** A preset's or a ticket's; null where it says nothing. */
    public static @Nullable Cloth of(@Nullable RawRecipe written) {
        return written == null
                ? null
                : new Cloth(
                        written.number("width_cm"),
                        written.number("height_cm"),
                        written.number("ends_per_cm"),
                        written.number("picks_per_cm"),
                        written.whole("ends"),
                        written.whole("picks"),
                        written.whole("hooks"),
                        PickDensity.of(written.parts("densities")));
    }

    /** For the engine. */
    public Fabric fabric() {
        return new Fabric(widthCm, heightCm, endsPerCm, picksPerCm, ends, picks, hooks, PickDensity.parts(densities));
    }

    /**
     * This cloth where it says something, the usual one where it does not. A size said here takes the place of the usual
     * size in both directions, so that what is left open follows the picture's proportion.
     *
     * @throws IllegalArgumentException where this says a height, and the usual densities say another
     */
    Fabric over(@Nullable Fabric usual) {
        if (usual == null) {
            return fabric();
        }
        boolean sized = widthCm != null || heightCm != null || ends != null || picks != null;
        boolean ownWarp = endsPerCm != null || (ends != null && widthCm != null);
        boolean changes = !densities.isEmpty();
        boolean ownWeft = changes || picksPerCm != null || (picks != null && heightCm != null);
        if (!ownWeft && (heightCm != null || picks != null) && Along.isOwn(usual.densities())) {
            throw new IllegalArgumentException(PickDensity.OWN_HEIGHT);
        }
        return new Fabric(
                sized ? widthCm : usual.widthCm(),
                sized ? heightCm : usual.heightCm(),
                ownWarp ? endsPerCm : warpDensity(usual),
                ownWeft ? picksPerCm : weftDensity(usual),
                sized ? ends : usual.ends(),
                sized ? picks : usual.picks(),
                hooks != null ? hooks : usual.hooks(),
                ownWeft ? PickDensity.parts(densities) : usual.densities());
    }

    private static @Nullable Double warpDensity(Fabric usual) {
        return usual.endsPerCm() != null ? usual.endsPerCm() : density(usual.ends(), usual.widthCm());
    }

    private static @Nullable Double weftDensity(Fabric usual) {
        return usual.picksPerCm() != null ? usual.picksPerCm() : density(usual.picks(), usual.heightCm());
    }

    private static @Nullable Double density(@Nullable Integer threads, @Nullable Double cm) {
        return threads == null || cm == null ? null : Double.valueOf(threads / cm);
    }

    /** What is wrong with the values together: a size and a density say how many threads, and a third word must not differ. */
    static @Nullable String contradiction(Map<String, Object> values) {
        if (values.get("ends") instanceof Integer ends
                && values.get("hooks") instanceof Integer hooks
                && ends > hooks) {
            return "ends " + ends + " need more than the " + hooks + " hooks; make ends smaller, or leave them out";
        }
        String along = values.get("densities") == null ? null : PickDensity.contradiction(values);
        if (along != null) {
            return along;
        }
        String warp = contradiction(values, "width_cm", "ends_per_cm", "ends");
        return warp == null ? contradiction(values, "height_cm", "picks_per_cm", "picks") : warp;
    }

    private static @Nullable String contradiction(
            Map<String, Object> values, String size, String density, String threads) {
        if (!(values.get(size) instanceof Number cm
                && values.get(density) instanceof Number perCm
                && values.get(threads) instanceof Number count)) {
            return null;
        }
        double product = cm.doubleValue() * perCm.doubleValue();
        return Math.abs(product - count.doubleValue()) <= 1
                ? null
                : size + " × " + density + " is " + Math.round(product) + ", not " + threads + " " + count
                        + "; leave one of the three out";
    }
}
