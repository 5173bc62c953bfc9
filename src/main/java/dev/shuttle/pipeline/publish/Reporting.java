package dev.shuttle.pipeline.publish;

import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.report.Cloud;
import dev.shuttle.report.Loom;
import dev.shuttle.report.OutputFile;
import dev.shuttle.report.Report;
import dev.shuttle.report.Source;
import dev.shuttle.report.State;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps a job to its {@link Report}, and a report to the job's final state. */
public final class Reporting {
    private Reporting() {}

    static Report of(Job job, JobState.Closed end, @Nullable Loom loom, List<OutputFile> files, @Nullable String node) {
        return new Report(
                Report.VERSION,
                job.id().value(),
                State.valueOf(end.name()),
                end instanceof JobState.Done done ? done.road() : null,
                end instanceof JobState.Done done ? done.reason() : null,
                source(job),
                job.order().preset(),
                job.order().ticket().given(),
                cloud(job),
                loom,
                files,
                job.timings(),
                problem(end),
                end instanceof JobState.Done ? Notices.of(job.order().ticket(), loom, files) : List.of(),
                node);
    }

    /** The final state that a report stands for. */
    static JobState.Closed end(Report report, Instant at) {
        if (report.state() == State.DONE) {
            return new JobState.Done(at, Objects.requireNonNullElse(report.path(), Road.LOCAL), report.reason());
        }
        Problem problem = Objects.requireNonNull(report.problem(), "problem");
        return report.state() == State.REJECTED ? new JobState.Rejected(at, problem) : new JobState.Failed(at, problem);
    }

    private static Source source(Job job) {
        dev.shuttle.pipeline.job.Source source = job.source();
        return new Source(
                source.name(),
                source.bytes(),
                source.sha256(),
                source.format(),
                source.width(),
                source.height(),
                source.from().word());
    }

    private static @Nullable Cloud cloud(Job job) {
        CloudTask task = job.cloud();
        List<Attempt> attempts = job.attempts();
        if (task == null) {
            return attempts.isEmpty() ? null : new Cloud(null, null, null, null, null, null, null, null, attempts);
        }
        return new Cloud(
                task.model(),
                task.function(),
                task.prompt(),
                task.taskId(),
                task.requestId(),
                task.submittedAt(),
                task.finishedAt(),
                task.polls(),
                attempts);
    }

    private static @Nullable Problem problem(JobState.Closed end) {
        return end instanceof JobState.Rejected rejected
                ? rejected.problem()
                : end instanceof JobState.Failed failed ? failed.problem() : null;
    }
}
