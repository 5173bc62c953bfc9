package dev.shuttle.pipeline;

/** The program is stopping in the middle of a step: the job stays as the journal has it, and goes on after the restart. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something was cut short.
     *
     * @param message what
     */
    public StoppedException(String message) {
        super(message);
    }
}
