package dev.shuttle.pipeline.job;

import dev.shuttle.settings.FileErrors;

/** The journal could not be read or written. */
public sealed class JournalException extends RuntimeException permits UnreadableRowException {
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

    static JournalException notEmpty(String table, long rows) {
        return new JournalException(
                "JOURNAL_NOT_EMPTY",
                "the journal to move to has " + rows + " rows in its table " + table + " already",
                "name an empty database; nothing was changed",
                null);
    }

    static JournalException notMoved(String table, long read, long arrived) {
        return new JournalException(
                "JOURNAL_NOT_MOVED",
                "of the table " + table + " " + read + " rows were read and " + arrived
                        + " arrived, or not as they were; the target is as it was",
                "both databases must hold UTF-8; the journal that is used now is as it was",
                null);
    }

    /** A database file that is no whole database any more. */
    static JournalException damaged(String url, String how) {
        return new JournalException(
                "JOURNAL_DAMAGED",
                "the journal " + url + " is damaged: " + how,
                "put a copy of it in its place; or, where there is none, move the file and those of the same name with"
                        + " -wal and -shm out of the way and start: each job in shuttle.work is taken up from its folder",
                null);
    }

    static JournalException unavailable(String what, Throwable cause) {
        return new JournalException(
                "JOURNAL_UNAVAILABLE",
                what + ": " + FileErrors.of(cause),
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
