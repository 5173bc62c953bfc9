package dev.shuttle.provider.dashscope;

import dev.shuttle.provider.Ability;
import dev.shuttle.provider.Model;
import dev.shuttle.provider.PictureLimits;
import java.util.Map;
import java.util.Set;

/**
 * One model, and all that depends on its name: a wrong path is answered "url error, please check url", a wrong header with 403.
 *
 * @param name as the service knows it
 * @param mode whether a task is made, or the picture comes with the answer
 * @param path after the base URL
 * @param shape the form of the body
 * @param picture limits of the picture
 * @param promptLimit the longest prompt in code points
 * @param negativeLimit the longest negative prompt in code points, 0 where there is none
 * @param extras parameters that are always sent, beside n, seed and watermark
 */
public record DashScopeModel(
        String name,
        Mode mode,
        String path,
        Shape shape,
        PictureLimits picture,
        int promptLimit,
        int negativeLimit,
        Map<String, Object> extras)
        implements Model {

    /** How a model answers. */
    public enum Mode {
        /** With a task id; {@code X-DashScope-Async} must be sent. */
        ASYNC,
        /** With the result, minutes later; {@code X-DashScope-Async} must not be sent. */
        SYNC
    }

    /** How a body is laid out. */
    public enum Shape {
        /** {@code input.function, prompt, base_image_url}. */
        FUNCTION,
        /** {@code input.prompt, images[]}. */
        IMAGES,
        /** {@code input.messages[].content[]}: the picture, then the text. */
        IMAGE_THEN_TEXT,
        /** {@code input.messages[].content[]}: the text, then the picture. */
        TEXT_THEN_IMAGE
    }

    @Override
    public Set<Ability> can() {
        return mode == Mode.ASYNC
                ? Set.of(Ability.MAKES_TASKS, Ability.LISTS_TASKS, Ability.CANCELS, Ability.SEED)
                : Set.of(Ability.SEED);
    }
}
