package dev.shuttle.emulator;

/** Which fields a model's {@code input} has. */
enum BodyKind {
    /** wanx2.1-imageedit: function, prompt, base_image_url, mask_image_url. */
    INSTRUCTION,
    /** wan2.5: prompt, images[]. */
    IMAGES,
    /** wanx-sketch-to-image-lite: prompt, sketch_image_url. */
    SKETCH,
    /** wanx-x-painting: prompt, base_image_url, mask_image_url. */
    MASKED,
    /** image-out-painting: image_url. */
    OUT_PAINTING,
    /** wanx-v1: prompt, ref_img. */
    REFERENCE,
    /** wanx-style-repaint-v1: image_url, style_index. */
    PORTRAIT,
    /** wanx-background-generation-v2: base_image_url, ref_image_url or ref_prompt. */
    BACKGROUND,
    /** wan2.6, wan2.7, qwen-image-edit: messages[]. */
    MESSAGES
}
