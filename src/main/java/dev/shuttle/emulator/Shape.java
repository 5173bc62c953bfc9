package dev.shuttle.emulator;

/** Where a model's answer has its pictures. */
enum Shape {
    /** {@code output.results[].url}. */
    RESULTS,
    /** {@code output.results[]} with orig_prompt and actual_prompt beside the url. */
    RESULTS_WITH_PROMPTS,
    /** {@code output.choices[].message.content[].image}. */
    CHOICES,
    /** {@code output.output_image_url}. */
    OUTPUT_IMAGE
}
