package dev.shuttle.pipeline.job;

import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Timings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One job's row cannot be read; the journal as such is well. */
public final class UnreadableRowException extends JournalException {
    private static final long serialVersionUID = 1L;
    static final String CODE = "JOURNAL_ROW_UNREADABLE";

    private final transient Remains remains;

    UnreadableRowException(Remains remains) {
        super(
                CODE,
                "what the journal has of job " + remains.id() + " cannot be read",
                "this one job ends as FAILED, with its original; others are not touched",
                null);
        this.remains = remains;
    }

    /** What can still be read. */
    public Remains remains() {
        return remains;
    }

    /**
     * What can still be read of a row; null where nothing can.
     *
     * @param taskId the cloud's task, from the row's column
     */
    public record Remains(
            JobId id,
            @Nullable Source source,
            @Nullable Order order,
            @Nullable Instant admittedAt,
            @Nullable CloudTask cloud,
            List<Attempt> attempts,
            @Nullable String taskId) {

        /** Takes a copy of the attempts. */
        public Remains {
            attempts = List.copyOf(attempts);
        }

        /** The job as it ends, with what its folder says where the row says nothing. */
        public Job failed(Job fromFolder, Instant now) {
            Source known = source == null ? fromFolder.source() : source;
            return new Job(
                    id,
                    0,
                    known,
                    order == null ? fromFolder.order() : order,
                    admittedAt == null ? fromFolder.admittedAt() : admittedAt,
                    new JobState.Failed(now, problem(known)),
                    cloud,
                    attempts,
                    Timings.NONE,
                    null);
        }

        private Problem problem(Source known) {
            String paid = taskId == null
                    ? ""
                    : "; the cloud may have made it as task " + taskId + ", which its console lists for 24 hours";
            return new Problem(
                    CODE,
                    known.name() + ": what the journal had of this job could not be read, so it was not gone on with",
                    "the original lies beside this report and can be tried again: shuttle jobs retry " + id + paid);
        }
    }
}
