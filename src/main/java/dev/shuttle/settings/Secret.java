package dev.shuttle.settings;

import java.util.function.Supplier;

/** A value that cannot be printed by mistake: only {@link #get()} gives it away. */
public final class Secret implements Supplier<String> {
    private final String value;

    /** Wraps a value; surrounding blanks and line ends, which a copied key often carries, are taken off. */
    public Secret(String value) {
        this.value = value.strip();
    }

    @Override
    public String get() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
