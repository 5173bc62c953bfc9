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

/**
 * The models that the emulator plays, with the path, the fields and the limits published for each: those that Shuttle can use, and
 * {@code wanx-v1}, which is often tried on a path that is not its own.
 */
final class Catalogue {
    private static final Route IMAGE_TO_IMAGE = new Route("/image2image/image-synthesis", true);
    private static final Route TEXT_TO_IMAGE = new Route("/text2image/image-synthesis", true);
    private static final Route IMAGE_GENERATION = new Route("/image-generation/generation", true);
    private static final Route MULTIMODAL = new Route("/multimodal-generation/generation", false);

    private static final Map<String, Model> MODELS = Stream.of(
                    task("wanx2.1-imageedit", Model.Body.INSTRUCTION, Model.Shape.RESULTS, IMAGE_TO_IMAGE, 1, 2, 2),
                    task(
                            "wan2.5-i2i-preview",
                            Model.Body.IMAGES,
                            Model.Shape.RESULTS_WITH_PROMPTS,
                            IMAGE_TO_IMAGE,
                            4,
                            5,
                            5),
                    task("wanx-v1", Model.Body.REFERENCE, Model.Shape.RESULTS, TEXT_TO_IMAGE, 4, 2, 1),
                    messages("wan2.6-image", 4, 4, 5, IMAGE_GENERATION, MULTIMODAL),
                    messages("wan2.7-image", 1, 4, 5, IMAGE_GENERATION, MULTIMODAL),
                    messages("qwen-image-edit", 1, 1, 2, MULTIMODAL),
                    messages("qwen-image-edit-plus", 1, 6, 2, MULTIMODAL))
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
        boolean published = limits.siblingsAsDocumented() && model.body() != Model.Body.INSTRUCTION;
        return published
                ? model.quota()
                : new Quota(limits.submitsPerSecond(), Duration.ofSeconds(1), limits.running());
    }

    private static Predicate<Route> at(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return route -> route.path().equals(plain);
    }

    private static Model task(
            String name, Model.Body body, Model.Shape shape, Route route, int defaultImages, int submits, int running) {
        Quota quota = new Quota(submits, Duration.ofSeconds(1), running);
        return new Model(name, body, shape, List.of(route), defaultImages, 4, quota);
    }

    private static Model messages(String name, int defaultImages, int mostImages, int submits, Route... routes) {
        Quota quota = new Quota(submits, Duration.ofSeconds(1), 5);
        return new Model(
                name, Model.Body.MESSAGES, Model.Shape.CHOICES, List.of(routes), defaultImages, mostImages, quota);
    }
}
