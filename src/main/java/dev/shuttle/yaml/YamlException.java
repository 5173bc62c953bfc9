package dev.shuttle.yaml;

import org.jspecify.annotations.Nullable;

/** A YAML file that cannot be used as it stands. */
public final class YamlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    YamlException(int line, String message) {
        this(line, message, null);
    }

    YamlException(int line, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    /** What is wrong. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** The line it stands in, counted from 1. */
    public int line() {
        return line;
    }
}
