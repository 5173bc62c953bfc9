package dev.shuttle.emulator;

import dev.shuttle.emulator.Model.Quota;
import dev.shuttle.emulator.Model.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models that the emulator plays, with the path, the fields and the limits published for each. */
final class Catalogue {
    private static final Route IMAGE_TO_IMAGE = new Route("/image2image/image-synthesis", true);
    private static final Route TEXT_TO_IMAGE = new Route("/text2image/image-synthesis", true);
    private static final Route OUT_PAINTING = new Route("/image2image/out-painting", true);
    private static final Route IMAGE_GENERATION = new Route("/image-generation/generation", true);
    private static final Route BACKGROUND = new Route("/background-generation/generation", true);
    private static final Route MULTIMODAL = new Route("/multimodal-generation/generation", false);

    private static final Map<String, Model> MODELS = Stream.of(
                    task("wanx2.1-imageedit", BodyKind.INSTRUCTION, Shape.RESULTS, IMAGE_TO_IMAGE, 1, 2, 2),
                    task("wan2.5-i2i-preview", BodyKind.IMAGES, Shape.RESULTS_WITH_PROMPTS, IMAGE_TO_IMAGE, 4, 5, 5),
                    task("wanx-sketch-to-image-lite", BodyKind.SKETCH, Shape.RESULTS, IMAGE_TO_IMAGE, 4, 2, 1),
                    task("wanx-x-painting", BodyKind.MASKED, Shape.RESULTS, IMAGE_TO_IMAGE, 1, 2, 1),
                    task("image-out-painting", BodyKind.OUT_PAINTING, Shape.OUTPUT_IMAGE, OUT_PAINTING, 1, 2, 10),
                    task("wanx-v1", BodyKind.REFERENCE, Shape.RESULTS, TEXT_TO_IMAGE, 4, 2, 1),
                    task("wanx-style-repaint-v1", BodyKind.PORTRAIT, Shape.RESULTS, IMAGE_GENERATION, 1, 2, 2),
                    task("wanx-background-generation-v2", BodyKind.BACKGROUND, Shape.RESULTS, BACKGROUND, 1, 2, 1),
                    messages("wan2.6-image", 4, 4, 5, 1, IMAGE_GENERATION, MULTIMODAL),
                    messages("wan2.7-image", 1, 4, 5, 1, IMAGE_GENERATION, MULTIMODAL),
                    messages("wan2.7-image-pro", 1, 4, 5, 1, IMAGE_GENERATION, MULTIMODAL),
                    messages("qwen-image-edit", 1, 1, 2, 1, MULTIMODAL),
                    messages("qwen-image-edit-plus", 1, 6, 2, 1, MULTIMODAL),
                    messages("qwen-image-edit-max", 1, 6, 2, 60, MULTIMODAL),
                    messages("qwen-image-2.0", 1, 6, 2, 1, MULTIMODAL),
                    messages("qwen-image-2.0-pro", 1, 6, 2, 60, MULTIMODAL))
            .collect(Collectors.toUnmodifiableMap(Model::name, Function.identity()));

    private Catalogue() {}

    static Optional<Model> model(String name) {
        return Optional.ofNullable(MODELS.get(name));
    }

    /** Whether any model answers on this path. */
    static boolean hasPath(String path) {
        return MODELS.values().stream()
                .flatMap(model -> model.routes().stream())
                .anyMatch(at(path));
    }

    /** The model's route on this path. */
    static Optional<Route> route(Model model, String path) {
        return model.routes().stream().filter(at(path)).findFirst();
    }

    /** The limits that hold for this model. */
    static Quota quota(Model model, Limits limits) {
        boolean published = limits.siblingsAsDocumented() && model.body() != BodyKind.INSTRUCTION;
        return published
                ? model.quota()
                : new Quota(limits.submitsPerSecond(), Duration.ofSeconds(1), limits.running());
    }

    private static Predicate<Route> at(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return route -> route.path().equals(plain);
    }

    private static Model task(
            String name, BodyKind body, Shape shape, Route route, int defaultImages, int submits, int running) {
        int mostImages = shape == Shape.OUTPUT_IMAGE || body == BodyKind.PORTRAIT ? 1 : 4;
        Quota quota = new Quota(submits, Duration.ofSeconds(1), running);
        return new Model(name, body, shape, List.of(route), defaultImages, mostImages, quota);
    }

    private static Model messages(
            String name, int defaultImages, int mostImages, int submits, int seconds, Route... routes) {
        Quota quota = new Quota(submits, Duration.ofSeconds(seconds), 5);
        return new Model(name, BodyKind.MESSAGES, Shape.CHOICES, List.of(routes), defaultImages, mostImages, quota);
    }
}
