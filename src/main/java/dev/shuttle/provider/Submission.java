package dev.shuttle.provider;

/**
 * What a model is to do: one picture in, one picture out.
 *
 * @param model whose limits the prompts are cut to
 * @param function DashScope's word for the kind of edit; only its models with functions send it
 * @param prompt what to do; cut to the model's limit, since an over-long prompt fails as "InternalError"
 * @param negative what to avoid, empty for nothing; only sent to the models that know it
 * @param strength how far from the original, 0 to 1; only sent with the functions that take it
 * @param seed 0 to 2147483647
 * @param picture made for this model, as a data URL on one line
 */
public record Submission(
        Model model, String function, String prompt, String negative, double strength, int seed, String picture) {

    /** @throws IllegalArgumentException naming what is wrong */
    public Submission {
        check(strength >= 0 && strength <= 1, "strength must be 0.0 to 1.0");
        check(seed >= 0, "seed must be 0 to 2147483647");
        prompt = cut(prompt.strip(), model.promptLimit());
        negative = cut(negative.strip(), model.negativeLimit());
        check(!prompt.isEmpty(), "prompt must not be empty");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Counts characters as the service does; never leaves half of one. */
    private static String cut(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit));
    }

    /** Without the prompt and the picture itself. */
    @Override
    public String toString() {
        return model.name() + ", a picture of " + picture.length() + " characters";
    }
}
