package dev.shuttle.emulator;

import java.time.Duration;
import java.util.List;

/**
 * A model of the catalogue.
 *
 * @param routes the paths it answers on
 * @param defaultImages n where the request names none
 * @param mostImages the largest n
 * @param quota its published limits
 */
record Model(String name, Body body, Shape shape, List<Route> routes, int defaultImages, int mostImages, Quota quota) {

    /** How many characters of a prompt are used; the excess is cut in silence. */
    int promptLimit() {
        return switch (body) {
            case INSTRUCTION, REFERENCE -> 800;
            case IMAGES -> 2000;
            case MESSAGES -> name.startsWith("wan2.7") ? 5000 : 2000;
        };
    }

    /** A path below /services/aigc, without a trailing slash, and whether it wants X-DashScope-Async. */
    record Route(String path, boolean asynchronous) {}

    /** At most this many submits in a window, and this many tasks at once. */
    record Quota(int submits, Duration window, int running) {}

    /** Where a model's answer has its pictures. */
    enum Shape {
        /** {@code output.results[].url}. */
        RESULTS,
        /** {@code output.results[]} with orig_prompt and actual_prompt beside the url. */
        RESULTS_WITH_PROMPTS,
        /** {@code output.choices[].message.content[].image}. */
        CHOICES
    }

    /** Which fields a model's {@code input} has. */
    enum Body {
        /** wanx2.1-imageedit: function, prompt, base_image_url, mask_image_url. */
        INSTRUCTION,
        /** wan2.5: prompt, images[]. */
        IMAGES,
        /** wanx-v1: prompt, ref_img. */
        REFERENCE,
        /** wan2.6, wan2.7, qwen-image-edit: messages[]. */
        MESSAGES
    }
}
