package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ranges of documented parameters; unknown parameters are tolerated, as the service's own samples need. */
final class ParameterRules {
    private static final List<String> SCALES = List.of("top_scale", "bottom_scale", "left_scale", "right_scale");

    private ParameterRules() {}

    /** What is wrong first, if anything. */
    static Optional<Problem> check(Model model, JsonNode parameters) {
        return Stream.concat(
                        Stream.of(
                                images(model, parameters.path("n")),
                                within(parameters, "seed", 0, Integer.MAX_VALUE, true),
                                flag(parameters, "watermark")),
                        model.body() == Model.Body.INSTRUCTION ? instruction(parameters) : Stream.of())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Stream<@Nullable Problem> instruction(JsonNode parameters) {
        return Stream.concat(
                Stream.of(
                        within(parameters, "strength", 0, 1, false),
                        within(parameters, "upscale_factor", 1, 4, true),
                        flag(parameters, "is_sketch")),
                SCALES.stream().map(scale -> within(parameters, scale, 1, 2, false)));
    }

    private static @Nullable Problem images(Model model, JsonNode n) {
        if (n.isMissingNode() || (n.isInt() && n.intValue() >= 1 && n.intValue() <= model.mostImages())) {
            return null;
        }
        return model.mostImages() == 4
                ? Problem.of(DocumentedError.RANGE_OF_N, "parameters.n: a whole number within [1, 4]")
                : Problem.undocumented("InvalidParameter", "Range of n should be [1, " + model.mostImages() + "]");
    }

    private static @Nullable Problem within(JsonNode parameters, String name, int least, int most, boolean whole) {
        JsonNode value = parameters.path(name);
        boolean number = whole ? value.isIntegralNumber() : value.isNumber();
        if (value.isMissingNode() || (number && value.doubleValue() >= least && value.doubleValue() <= most)) {
            return null;
        }
        return Problem.undocumented(
                "InvalidParameter",
                "parameters.%s: a %s within [%d, %d]".formatted(name, whole ? "whole number" : "number", least, most));
    }

    private static @Nullable Problem flag(JsonNode parameters, String name) {
        JsonNode value = parameters.path(name);
        return value.isMissingNode() || value.isBoolean()
                ? null
                : Problem.undocumented("InvalidParameter", "parameters." + name + ": true or false");
    }
}
