package dev.shuttle.job;

/** The journal could not be read or written. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    JournalException(String code, String message, String hint, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    static JournalException conflict(JobId id, int version) {
        return new JournalException(
                "JOURNAL_CONFLICT",
                "job " + id + " is no longer at version " + version + " in the journal",
                "another process works on the same journal; one of them should be stopped",
                null);
    }

    static JournalException newer(String version) {
        return new JournalException(
                "JOURNAL_TOO_NEW",
                "the journal was written by a newer Shuttle (its tables are version " + version + ")",
                "start that version; or go back with the copy of the journal that was made before the upgrade",
                null);
    }

    static JournalException unavailable(String what, Throwable cause) {
        return new JournalException(
                "JOURNAL_UNAVAILABLE",
                what + ": " + cause.getMessage(),
                "check shuttle.journal.url, the database and the free space of its disk",
                cause);
    }

    /** Whether someone else committed the job meanwhile. */
    public boolean isConflict() {
        return code.equals("JOURNAL_CONFLICT");
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
