package dev.shuttle.loom.convert.grid;

/** How far apart two labels look: 0 for the same, about 100 for black and white. */
@FunctionalInterface
public interface LabelContrast {
    float apart(int one, int other);
}
