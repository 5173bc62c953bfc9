package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a submit orders, as far as it could be read.
 *
 * @param shape where the answer has its pictures
 * @param function of wanx2.1-imageedit, else null
 * @param prompt cut to what the model takes
 * @param images n
 * @param pictureSha256 of the picture's bytes, or of the text in its place; null where there is none
 * @param parameters as sent
 */
record Order(
        String model,
        Model.Shape shape,
        @Nullable String function,
        String prompt,
        int images,
        @Nullable String pictureSha256,
        JsonNode parameters) {

    /** The same picture, prompt and function is the same work, whichever model does it. */
    record Work(
            String pictureSha256, String prompt, @Nullable String function) {}

    /** What is to be done; null without a picture. */
    @Nullable
    Work work() {
        return pictureSha256 == null ? null : new Work(pictureSha256, prompt, function);
    }
}
