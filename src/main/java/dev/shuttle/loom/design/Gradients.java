package dev.shuttle.loom.design;

import org.jspecify.annotations.Nullable;

/** How a smooth gradient 晕裥 between two colours of the palette is drawn. */
public enum Gradients {
    /** As the weave suits: {@link #SATIN} in shaded satin, {@link #HATCH} in other weaves of several yarns, else {@link #BANDS}. */
    AUTO,
    /** Each cell has the nearer colour; the border between two is calm. */
    BANDS,
    /** The colours interleave line by line in long wedges (hachures), for a warp-faced weave end by end. */
    HATCH,
    /** Single cells in the order of a satin. */
    SATIN,
    /** Irregular grains 泥地 whose density falls off. */
    GRAIN;

    /**
     * What is drawn in this weave; null where the borders stay as they fall, as in a picture that is not redrawn.
     *
     * @param order settled, or null without a weave
     */
    public @Nullable Gradients settled(@Nullable WeaveOrder order, boolean redrawn) {
        if (this != AUTO) {
            return this;
        }
        if (order == null) {
            return redrawn ? BANDS : null;
        }
        if (order.isFigured()) {
            // points and lines of one weave in another are no gradient
            return BANDS;
        }
        return switch (order.kind()) {
            case SHADED_SATIN -> SATIN;
            case DAMASK -> BANDS;
            default -> HATCH;
        };
    }
}
