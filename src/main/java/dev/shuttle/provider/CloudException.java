package dev.shuttle.provider;

/** A call that came to nothing; its {@link CloudError} says why and what to do. */
public final class CloudException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CloudError error;

    CloudException(CloudError error) {
        super(error.code() + (error.http() == 0 ? "" : " (HTTP " + error.http() + ")") + ": " + error.message());
        this.error = error;
    }

    /** All that is known. */
    public CloudError error() {
        return error;
    }

    /** The error's code. */
    public String code() {
        return error.code();
    }
}
