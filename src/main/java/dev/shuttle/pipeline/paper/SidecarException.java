package dev.shuttle.pipeline.paper;

import dev.shuttle.recipe.RecipeException;

/** What came with a point paper to tell what is known of it cannot be used. */
public final class SidecarException extends RecipeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong, and what to do. */
    public SidecarException(String message, String hint) {
        super(message, hint);
    }

    @Override
    public String code() {
        return "BAD_SIDECAR";
    }
}
