package dev.shuttle.pipeline.delivery;

/**
 * Why something did not reach a server, in words for its operator.
 *
 * @param code stable, such as {@code REMOTE_HOST_KEY_UNKNOWN}
 * @param hint what to do about it
 * @param isTheServers whether any other transfer would fail by it too
 */
public record Fault(String code, String message, String hint, boolean isTheServers) {
    @Override
    public String toString() {
        return code + ": " + message + "; " + hint;
    }
}
