package dev.shuttle.settings;

import java.util.List;

/** The configuration cannot be used; each problem names its key, what is wrong and what is allowed. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** One problem a line. */
    public SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one sentence a problem. */
    public List<String> problems() {
        return problems;
    }
}
