package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.shuttle.loom.design.Style;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key {@code style} as it is written; what it leaves out is left to the preset. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StyleKeys(
        @Nullable Double contrast,
        @Nullable Double saturation,
        @Nullable Integer smoothing,
        @Nullable Boolean edges,
        @Nullable Boolean oneHue,
        @Nullable Boolean redrawn) {

    /** A preset's or a ticket's; null where it says nothing. */
    public static @Nullable StyleKeys of(@Nullable RawRecipe written) {
        return written == null
                ? null
                : new StyleKeys(
                        written.number("contrast"),
                        written.number("saturation"),
                        written.whole("smoothing"),
                        written.flag("edges"),
                        written.flag("one_hue"),
                        written.flag("redrawn"));
    }

    /** The usual style with these values in it. */
    Style over(Style usual) {
        return new Style(
                Objects.requireNonNullElse(contrast, usual.contrast()),
                Objects.requireNonNullElse(saturation, usual.saturation()),
                Objects.requireNonNullElse(smoothing, usual.smoothing()),
                Objects.requireNonNullElse(edges, usual.edges()),
                Objects.requireNonNullElse(oneHue, usual.oneHue()),
                Objects.requireNonNullElse(redrawn, usual.redrawn()));
    }
}
