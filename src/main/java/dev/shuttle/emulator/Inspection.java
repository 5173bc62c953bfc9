package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.shuttle.emulator.picture.PictureFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an order out of a submit and finds the first thing wrong with it. */
final class Inspection {
    private static final Set<String> FUNCTIONS = Set.of(
            "stylization_all",
            "stylization_local",
            "description_edit",
            "description_edit_with_mask",
            "remove_watermark",
            "expand",
            "super_resolution",
            "colorization",
            "doodle",
            "control_cartoon_feature");

    private static final String WITH_MASK = "description_edit_with_mask";

    /** Functions whose prompt may be empty. */
    private static final Set<String> MUTE = Set.of(WITH_MASK, "colorization");

    /** 1800 characters passed and 1900 failed on the real service; the excess over 800 is cut in silence. */
    private static final int FATAL_PROMPT = 1800;

    /** What was ordered, and what is wrong with it or null. */
    record Reading(Order order, @Nullable Problem problem) {}

    private final SubmitEndpoint.Submission submission;
    private final Fields fields;
    private final List<byte[]> pictures = new ArrayList<>();
    private final Inputs inputs;
    private final Shelf shelf;
    private final Instant now;

    private Inspection(SubmitEndpoint.Submission submission, Inputs inputs, Shelf shelf, Instant now) {
        this.submission = submission;
        this.fields = Fields.of(submission.model().body(), submission.input());
        this.inputs = inputs;
        this.shelf = shelf;
        this.now = now;
    }

    /** Reads the order; a picture that can be used is put on the shelf. */
    static Reading of(SubmitEndpoint.Submission submission, Inputs inputs, Shelf shelf, Instant now) {
        Inspection inspection = new Inspection(submission, inputs, shelf, now);
        Optional<Problem> problem = inspection
                .fieldProblem()
                .or(inspection::pictureProblem)
                .or(inspection::maskProblem)
                .or(() -> ParameterRules.check(submission.model(), submission.parameters()));
        return new Reading(inspection.order(), problem.orElse(null));
    }

    private Optional<Problem> fieldProblem() {
        String prompt = fields.prompt();
        if (submission.model().body() == Model.Body.INSTRUCTION) {
            return instructionProblem(prompt);
        } else if (prompt == null) {
            return Optional.of(new Problem(
                    "InvalidParameter",
                    "Field required: input." + fields.promptField(),
                    "input." + fields.promptField()));
        }
        return fields.pictures().stream()
                .filter(picture -> picture.required() && picture.value() == null)
                .findFirst()
                .map(missing -> new Problem(
                        "InvalidParameter",
                        "Field required: input." + missing.field(),
                        "input." + missing.field() + " is missing"));
    }

    // The old wanx backend has one message for whatever it cannot take: the bare InternalError.
    private Optional<Problem> instructionProblem(@Nullable String prompt) {
        String function = fields.function();
        if (fields.pictures().get(0).value() == null || prompt == null || function == null) {
            return Optional.of(Problem.backend("input.function, input.prompt and input.base_image_url are all required;"
                    + " this input has " + names(submission.input())));
        } else if (!FUNCTIONS.contains(function)) {
            return Optional.of(
                    Problem.undocumented("InvalidParameter", "input.function: none of the ten: " + function));
        } else if (prompt.isBlank() && !MUTE.contains(function)) {
            return Optional.of(
                    Problem.undocumented("InvalidParameter", "input.prompt is empty, " + function + " needs one"));
        } else if (prompt.length() > FATAL_PROMPT) {
            return Optional.of(Problem.backend("input.prompt: " + prompt.length() + " characters, 800 are used"));
        } else if (function.equals(WITH_MASK) != (fields.pictures().get(1).value() != null)) {
            return Optional.of(Problem.undocumented(
                    "InvalidParameter", "input.mask_image_url is required for " + WITH_MASK + " and for nothing else"));
        }
        return Optional.empty();
    }

    private static String names(JsonNode input) {
        List<String> names = new ArrayList<>();
        input.fieldNames().forEachRemaining(names::add);
        return names.isEmpty() ? "no fields" : String.join(", ", names);
    }

    private Optional<Problem> pictureProblem() {
        PictureRules rules = PictureRules.of(submission.model());
        for (Fields.Picture place : fields.pictures()) {
            if (place.value() != null) {
                Inputs.Found found = inputs.find(place, submission.model(), now);
                byte[] bytes = found.bytes();
                if (bytes == null) {
                    return Optional.ofNullable(found.problem());
                }
                pictures.add(bytes);
                Problem problem = rules.check(place, bytes);
                if (problem != null) {
                    return Optional.of(problem);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> maskProblem() {
        boolean masked = WITH_MASK.equals(fields.function());
        try {
            return masked && !PictureFile.size(pictures.get(0)).equals(PictureFile.size(pictures.get(1)))
                    ? Optional.of(Problem.undocumented("InvalidParameter", "the mask is not as large as the picture"))
                    : Optional.empty();
        } catch (IOException undecodable) {
            return Optional.of(Problem.of(DocumentedError.IMAGE_FORMAT, "the mask cannot be read"));
        }
    }

    private Order order() {
        Model model = submission.model();
        int most = model.promptLimit();
        String prompt = fields.prompt() == null ? "" : fields.prompt();
        JsonNode parameters = submission.parameters();
        return new Order(
                model.name(),
                model.shape(),
                fields.function(),
                prompt.length() <= most ? prompt : prompt.substring(0, most),
                Math.min(Math.max(1, parameters.path("n").asInt(model.defaultImages())), model.mostImages()),
                pictures.isEmpty() ? textSha256() : shelf.put(pictures.get(0)),
                parameters.isObject() ? parameters : JsonNodeFactory.instance.objectNode());
    }

    /** Where there is no usable picture: what stands in its place, so that the same bad order is recognised. */
    private @Nullable String textSha256() {
        return fields.pictures().stream()
                .map(Fields.Picture::value)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .map(value -> Shelf.sha256(value.getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }
}
