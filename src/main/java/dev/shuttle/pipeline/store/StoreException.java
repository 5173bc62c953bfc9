package dev.shuttle.pipeline.store;

import dev.shuttle.settings.FileErrors;
import java.io.IOException;

/** The store could not be reached, or what is in it is not what was put there. */
public final class StoreException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    private StoreException(String code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    static StoreException away(String place, String what, Throwable cause) {
        return away(place, what, FileErrors.of(cause), cause);
    }

    static StoreException away(String place, String what, String why, Throwable cause) {
        StoreException away = new StoreException(
                "STORE_UNAVAILABLE",
                "the store " + place + ": " + what + ": " + why,
                "check shuttle.store, that it is mounted or runs, its room and its rights; jobs wait meanwhile");
        // Not as its cause: that a file of the store is missing does not say that the job's own is.
        away.addSuppressed(cause);
        return away;
    }

    static StoreException another(String place) {
        return new StoreException(
                "STORE_CHANGED",
                "the store " + place + " is not the folder that it was at start",
                "it may not be mounted; mount it again, or restart where it was moved on purpose");
    }

    static StoreException unlike(String place, String name) {
        return new StoreException(
                "STORE_DAMAGED",
                "the store " + place + ": " + name + " is not what was put there",
                "look for faults of its disks; the node that took the picture in still has its own copy");
    }

    /** Stable, in capitals. */
    public String code() {
        return code;
    }

    /** What to do. */
    public String hint() {
        return hint;
    }
}
