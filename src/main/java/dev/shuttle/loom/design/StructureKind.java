package dev.shuttle.loom.design;

/** The structures that can be asked for. */
public enum StructureKind {
    /** No cloth: the point paper alone. It takes a preset's weave away and is never in a {@link WeaveOrder}. */
    NONE,
    /** Chosen by the picture: tones for a grey one, else a weft for each colour. */
    AUTO,
    /** 影光: tones of one warp and one weft. */
    SHADED_SATIN,
    /** 缎纹提花: warp satin against weft satin. */
    DAMASK,
    /** 重纬: one warp, several wefts. */
    WEFT_BACKED,
    /** Weft-faced, bound in tabby. */
    TAQUETE,
    /** Weft-faced, bound in twill. */
    SAMITUM,
    /** 经锦: warp-faced, several warps. */
    JIN,
    /** 库锦: pattern wefts on a satin ground. */
    LAMPAS,
    /** 抛道: pattern wefts on a satin ground, thrown only where they show. */
    BROCADE;

    /** Whether one weft and one warp give tones. */
    public boolean isOfTones() {
        return this == SHADED_SATIN || this == DAMASK;
    }

    /** Whether a weave can be chosen for each colour; in the others the binding warp alone binds what shows. */
    public boolean hasWeaves() {
        return isOfTones() || this == WEFT_BACKED || this == AUTO;
    }

    /** Whether a binding warp holds what wefts figure, so that small bobbins can weave areas of it. */
    public boolean hasBinders() {
        return this == LAMPAS || this == BROCADE || this == TAQUETE || this == SAMITUM;
    }

    /** Whether the first colour is the ground's and no weft's. */
    public boolean hasGround() {
        return this == LAMPAS || this == BROCADE;
    }
}
