package dev.shuttle.emulator;

/** How many characters of a prompt each model uses; the excess is cut in silence. */
final class PromptLimits {
    private PromptLimits() {}

    static int of(Model model) {
        return switch (model.body()) {
            case INSTRUCTION, REFERENCE -> 800;
            case IMAGES -> 2000;
            case SKETCH, MASKED, BACKGROUND -> 75;
            case OUT_PAINTING, PORTRAIT -> 0;
            case MESSAGES -> model.name().startsWith("wan2.7") ? 5000 : 2000;
        };
    }
}
