package dev.shuttle.camel;

/** The broker is not there. */
public final class BrokerException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BrokerException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What it is called. */
    public String code() {
        return "BROKER_UNAVAILABLE";
    }

    /** What to do. */
    public String hint() {
        return "check shuttle.broker.url, the broker and its user, and start again; jobs are safe in the journal";
    }
}
