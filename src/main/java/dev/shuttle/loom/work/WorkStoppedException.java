package dev.shuttle.loom.work;

/** Long work that was ended before it was done. */
public final class WorkStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean cancelled;

    WorkStoppedException(boolean cancelled) {
        super(cancelled ? "the work was cancelled" : "the work took too long");
        this.cancelled = cancelled;
    }

    /** True where nobody wants the work any more, false where its time was over. */
    public boolean isCancelled() {
        return cancelled;
    }
}
