package dev.shuttle.app;

import dev.shuttle.camel.BrokerException;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.settings.FileErrors;

/** The program cannot start; the configuration as such is fine. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    public StartException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** Finds the message that says most: Camel wraps a route's fault in several layers. */
    static StartException because(Exception failure) {
        if (failure instanceof StartException known) {
            return known;
        }
        StringBuilder message = new StringBuilder();
        String last = "";
        String hint = failure instanceof JournalException journal
                ? journal.hint()
                : "a fault in routes/ names the route and the part of it that is wrong";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = FileErrors.isOne(cause) ? FileErrors.of(cause) : String.valueOf(cause.getMessage());
            if (!last.contains(text)) {
                message.append(message.isEmpty() ? "" : System.lineSeparator() + "  because: ")
                        .append(text);
                last = text;
            }
            if (cause instanceof BrokerException broker) {
                return because(failure, String.valueOf(broker.getMessage()), broker.hint());
            }
        }
        return because(failure, message.toString(), hint);
    }

    private static StartException because(Exception failure, String message, String hint) {
        StartException start = new StartException(message, hint);
        start.initCause(failure);
        return start;
    }

    /** What to do. */
    public String hint() {
        return hint;
    }
}
