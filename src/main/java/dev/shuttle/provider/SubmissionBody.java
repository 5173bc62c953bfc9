package dev.shuttle.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The documented bodies, as maps in the documentation's order.
 *
 * <p>{@code n} is always sent, since some models make and bill four pictures by default; so is {@code watermark: false}.
 */
final class SubmissionBody {
    private SubmissionBody() {}

    static Map<String, Object> of(Submission submission) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", submission.model().name());
        body.put("input", input(submission));
        body.put("parameters", parameters(submission));
        return body;
    }

    private static Map<String, Object> input(Submission submission) {
        Map<String, Object> picture = Map.of("image", submission.picture());
        Map<String, Object> text = Map.of("text", submission.prompt());
        return switch (submission.model().shape()) {
            case FUNCTION -> function(submission);
            case IMAGES -> images(submission);
            case IMAGE_THEN_TEXT -> message(picture, text);
            case TEXT_THEN_IMAGE -> message(text, picture);
        };
    }

    private static Map<String, Object> function(Submission submission) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("function", submission.function());
        input.put("prompt", submission.prompt());
        input.put("base_image_url", submission.picture());
        return input;
    }

    private static Map<String, Object> images(Submission submission) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("prompt", submission.prompt());
        if (!submission.negative().isEmpty()) {
            input.put("negative_prompt", submission.negative());
        }
        input.put("images", List.of(submission.picture()));
        return input;
    }

    private static Map<String, Object> message(Map<String, Object> first, Map<String, Object> second) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", "user");
        message.put("content", List.of(first, second));
        return Map.of("messages", List.of(message));
    }

    private static Map<String, Object> parameters(Submission submission) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("n", 1);
        parameters.put("seed", submission.seed());
        parameters.put("watermark", false);
        if (submission.sendsStrength()) {
            parameters.put("strength", submission.strength());
        }
        if (isMessages(submission.model()) && !submission.negative().isEmpty()) {
            parameters.put("negative_prompt", submission.negative());
        }
        parameters.putAll(new TreeMap<>(submission.model().extras()));
        return parameters;
    }

    private static boolean isMessages(Model model) {
        return model.shape() == Model.Shape.IMAGE_THEN_TEXT || model.shape() == Model.Shape.TEXT_THEN_IMAGE;
    }
}
