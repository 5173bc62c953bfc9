package dev.shuttle.provider.dashscope;

import dev.shuttle.provider.Submission;
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
        if (!Models.FUNCTIONS.contains(submission.function())) {
            throw new IllegalArgumentException("function must be one of " + Models.FUNCTIONS);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", submission.model().name());
        body.put("input", input(submission));
        body.put("parameters", parameters(submission));
        return body;
    }

    private static DashScopeModel model(Submission submission) {
        return Models.named(submission.model().name());
    }

    private static boolean sendsStrength(Submission submission) {
        return model(submission).shape() == DashScopeModel.Shape.FUNCTION
                && Models.FUNCTIONS_WITH_STRENGTH.contains(submission.function());
    }

    private static Map<String, Object> input(Submission submission) {
        Map<String, Object> picture = Map.of("image", submission.picture());
        Map<String, Object> text = Map.of("text", submission.prompt());
        return switch (model(submission).shape()) {
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
        if (sendsStrength(submission)) {
            parameters.put("strength", submission.strength());
        }
        if (isMessages(model(submission)) && !submission.negative().isEmpty()) {
            parameters.put("negative_prompt", submission.negative());
        }
        parameters.putAll(new TreeMap<>(model(submission).extras()));
        return parameters;
    }

    private static boolean isMessages(DashScopeModel model) {
        return model.shape() == DashScopeModel.Shape.IMAGE_THEN_TEXT
                || model.shape() == DashScopeModel.Shape.TEXT_THEN_IMAGE;
    }
}
