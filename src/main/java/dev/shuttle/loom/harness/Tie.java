package dev.shuttle.loom.harness;

/** How the ends of the cloth are tied to the hooks of the figure 装造. */
public enum Tie {
    /** One end a hook 独花. */
    STRAIGHT,
    /** The same hooks again and again, so many cords a hook 顺穿. */
    REPEAT,
    /** Forward and back 对称. */
    POINT,
    /** A border on the left, the centre again and again, the border turned on the right. */
    BORDERED,
    /** As its sections say. */
    MIXED
}
