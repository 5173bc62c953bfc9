package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an input, whatever the model calls them.
 *
 * @param prompt null where there is none
 * @param promptField what the model calls it
 * @param function null where there is none
 * @param pictures in order; the first is the one that is edited
 */
record Fields(
        @Nullable String prompt,
        String promptField,
        @Nullable String function,
        List<Picture> pictures) {

    /**
     * A place for a picture.
     *
     * @param field its name, such as base_image_url
     * @param value a data URL, http URL or oss URL; null where it is missing
     */
    record Picture(String field, @Nullable String value, boolean required) {}

    static Fields of(Model.Body body, JsonNode input) {
        String prompt = text(input, "prompt");
        return switch (body) {
            case INSTRUCTION ->
                new Fields(
                        prompt,
                        "prompt",
                        text(input, "function"),
                        List.of(required(input, "base_image_url"), optional(input, "mask_image_url")));
            case IMAGES -> new Fields(prompt, "prompt", null, images(input));
            case REFERENCE -> new Fields(prompt, "prompt", null, List.of(optional(input, "ref_img")));
            case MESSAGES -> messages(input);
        };
    }

    private static List<Picture> images(JsonNode input) {
        List<Picture> images = new ArrayList<>();
        input.path("images").forEach(each -> images.add(new Picture("images", each.asText(""), true)));
        return images.isEmpty() ? List.of(new Picture("images", null, true)) : images;
    }

    private static Fields messages(JsonNode input) {
        String text = null;
        List<Picture> images = new ArrayList<>();
        for (JsonNode part : input.path("messages").path(0).path("content")) {
            text = part.has("text") ? part.path("text").asText("") : text;
            if (part.has("image")) {
                images.add(
                        new Picture("messages.content.image", part.path("image").asText(""), true));
            }
        }
        return new Fields(text, "messages.content.text", null, images);
    }

    private static Picture required(JsonNode input, String field) {
        return new Picture(field, text(input, field), true);
    }

    private static Picture optional(JsonNode input, String field) {
        return new Picture(field, text(input, field), false);
    }

    private static @Nullable String text(JsonNode input, String field) {
        return input.path(field).isTextual() ? input.path(field).textValue() : null;
    }
}
