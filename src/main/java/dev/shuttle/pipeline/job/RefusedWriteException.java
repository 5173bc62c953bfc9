package dev.shuttle.pipeline.job;

/** The journal is well, and has refused a write; nothing was changed. */
public final class RefusedWriteException extends JournalException {
    private static final long serialVersionUID = 1L;

    /** Why a write is refused. */
    public enum Why {
        /** Somebody else committed this job meanwhile. */
        LATE,
        /** Another picture is being sent to the account, and its task has no id yet. */
        LANE_TAKEN,
        /** The account was refused, or the service failed, on some node. */
        ACCOUNT_STOPPED
    }

    private final Why why;

    private RefusedWriteException(Why why, String code, String message, String hint) {
        super(code, message, hint, null);
        this.why = why;
    }

    static RefusedWriteException late(JobId id, int version) {
        return new RefusedWriteException(
                Why.LATE,
                "JOURNAL_CONFLICT",
                "job " + id + " is no longer at version " + version + " in the journal",
                "another process works on the same journal and has gone on with it; unless it is a node of the same"
                        + " cluster, one of them should be stopped");
    }

    static RefusedWriteException laneTaken(JobId id) {
        return new RefusedWriteException(
                Why.LANE_TAKEN,
                "LANE_TAKEN",
                "job " + id + " was not sent, for another node is sending a picture",
                "it is sent after that");
    }

    static RefusedWriteException stopped(JobId id, String node) {
        return new RefusedWriteException(
                Why.ACCOUNT_STOPPED,
                "ACCOUNT_STOPPED",
                "job " + id + " was not sent, for the cloud failed on node " + node,
                "that node's log says how");
    }

    /** Why it was refused. */
    public Why why() {
        return why;
    }
}
