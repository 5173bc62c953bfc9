package dev.shuttle.pipeline.job;

import dev.shuttle.settings.FileErrors;

/** The journal could not be read or written. */
public sealed class JournalException extends RuntimeException permits RefusedWriteException, UnreadableRowException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    JournalException(String code, String message, String hint, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    static JournalException newer(String version) {
        return new JournalException(
                "JOURNAL_TOO_NEW",
                "the journal was written by a newer Shuttle (its tables are version " + version + ")",
                "start that version; or go back with the copy of the journal that was made before the upgrade",
                null);
    }

    static JournalException nameTaken(String node) {
        return new JournalException(
                "NODE_NAME_TAKEN",
                "another node of this journal is called " + node + " and is there",
                "give each its own shuttle.node; if the other was just killed and its work folder is gone, start again once"
                        + " shuttle.node.lease is over",
                null);
    }

    static JournalException notMoved(String table, String job) {
        return new JournalException(
                "JOURNAL_NOT_MOVED",
                "of job " + job + " the target has other rows in its table " + table
                        + " than were read; the target is as it was",
                "both databases must hold UTF-8, and since the last move the program may have used one of them only",
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

    /** A job's files could not be put where other nodes find them, so its state was not entered. */
    public static JournalException notKept(JobId id, java.io.IOException cause) {
        return new JournalException(
                "STORE_UNAVAILABLE",
                "the files of job " + id + " are not in the store: " + FileErrors.of(cause),
                "check shuttle.store; the job waits until they are",
                null);
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
