package dev.shuttle.pipeline.publish;

import dev.shuttle.pipeline.job.CloudAttempt;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.Problem;
import dev.shuttle.pipeline.job.Road;
import dev.shuttle.pipeline.job.Timings;
import dev.shuttle.report.Attempt;
import dev.shuttle.report.Cloud;
import dev.shuttle.report.Loom;
import dev.shuttle.report.OutputFile;
import dev.shuttle.report.Path;
import dev.shuttle.report.Report;
import dev.shuttle.report.Source;
import dev.shuttle.report.Stage;
import dev.shuttle.report.State;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps a job to its {@link Report}, and a report to the job's final state. */
public final class Reporting {
    private Reporting() {}

    static Report of(Job job, JobState.Closed end, @Nullable Loom loom, List<OutputFile> files) {
        return new Report(
                Report.VERSION,
                job.id().value(),
                State.valueOf(end.name()),
                path(end),
                end instanceof JobState.Done done ? done.reason() : null,
                source(job),
                job.order().preset(),
                job.order().ticket().given(),
                cloud(job),
                loom,
                files,
                timings(job.timings()),
                problem(end),
                end instanceof JobState.Done ? Notices.of(job.order().ticket(), loom, files) : List.of());
    }

    /** The final state that a report stands for. */
    static JobState.Closed end(Report report, Instant at) {
        if (report.state() == State.DONE) {
            Path path = report.path() == null ? Path.LOCAL : report.path();
            return new JobState.Done(at, Road.valueOf(path.name()), report.reason());
        }
        dev.shuttle.report.Problem told = Objects.requireNonNull(report.problem(), "problem");
        Problem problem = new Problem(told.code(), told.message(), Objects.requireNonNullElse(told.hint(), ""));
        return report.state() == State.REJECTED ? new JobState.Rejected(at, problem) : new JobState.Failed(at, problem);
    }

    private static @Nullable Path path(JobState.Closed end) {
        return end instanceof JobState.Done done ? path(done.road()) : null;
    }

    private static Path path(Road road) {
        return Path.valueOf(road.name());
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
        List<Attempt> attempts = attempts(job);
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

    /** What was tried in the cloud, as reports have it. */
    public static List<Attempt> attempts(Job job) {
        return job.attempts().stream().map(Reporting::attempt).toList();
    }

    private static Attempt attempt(CloudAttempt attempt) {
        return new Attempt(
                attempt.model(),
                attempt.at(),
                attempt.stage(),
                attempt.http(),
                attempt.code(),
                attempt.message(),
                attempt.requestId(),
                attempt.taskId(),
                attempt.kind());
    }

    private static Map<Stage, Long> timings(Timings timings) {
        Map<Stage, Long> told = new EnumMap<>(Stage.class);
        put(told, Stage.ADMIT, timings.admit());
        put(told, Stage.SUBMIT, timings.submit());
        put(told, Stage.POLL, timings.poll());
        put(told, Stage.DOWNLOAD, timings.download());
        put(told, Stage.DECODE, timings.decode());
        put(told, Stage.CONVERT, timings.convert());
        put(told, Stage.PUBLISH, timings.publish());
        put(told, Stage.TOTAL, timings.total());
        return told;
    }

    private static void put(Map<Stage, Long> told, Stage stage, @Nullable Long ms) {
        if (ms != null) {
            told.put(stage, ms);
        }
    }

    private static dev.shuttle.report.@Nullable Problem problem(JobState.Closed end) {
        Problem problem = end instanceof JobState.Rejected rejected
                ? rejected.problem()
                : end instanceof JobState.Failed failed ? failed.problem() : null;
        return problem == null
                ? null
                : new dev.shuttle.report.Problem(problem.code(), problem.message(), problem.hint());
    }
}
