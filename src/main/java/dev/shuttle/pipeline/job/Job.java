package dev.shuttle.pipeline.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Timings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One picture on its way. Immutable: a step takes a job and gives the job that came of it.
 *
 * @param version counts the journal's commits of this job
 * @param cloud the cloud's task it has now or had last
 * @param attempts every try with the cloud, oldest first
 * @param intent what was sent while it is not known whether the service took it, whatever state followed; null where all is known
 */
public record Job(
        JobId id,
        int version,
        Source source,
        Order order,
        Instant admittedAt,
        JobState state,
        @Nullable CloudTask cloud,
        List<Attempt> attempts,
        Timings timings,
        @Nullable Intent intent) {

    static final String SOURCE_LOST = "SOURCE_LOST";

    /** Takes a copy of the attempts. */
    public Job {
        attempts = List.copyOf(attempts);
    }

    /** A job as it is claimed. */
    public static Job admitted(JobId id, Source source, Order order, Instant now) {
        return new Job(
                id, 0, source, order, now, new JobState.Admitted(now, null), null, List.of(), Timings.NONE, null);
    }

    /** The folder's name in the outbox. */
    @JsonIgnore
    public String folderName() {
        return source.stem() + "-" + id;
    }

    /** Whether nothing is left to do. */
    @JsonIgnore
    public boolean isFinal() {
        return state instanceof JobState.Closed;
    }

    /** How many tries a model has had. */
    public int attemptsWith(String model) {
        return (int) attempts.stream()
                .filter(attempt -> attempt.model().equals(model))
                .count();
    }

    /** Why it ends where its user gave it up. */
    public Problem canceled() {
        return new Problem(
                "CANCELED",
                source.name() + " was given up on request",
                "to take it up again: shuttle jobs retry " + id);
    }

    /** Why it ends where its folder is gone, or is without its picture. */
    public Problem sourceLost() {
        String paid = cloud == null || cloud.taskId() == null
                ? ""
                : "; the cloud may have made it as task " + cloud.taskId() + ", which its console lists for 24 hours";
        return new Problem(
                SOURCE_LOST,
                source.name() + " is in the journal and no longer in shuttle.work",
                "drop the picture again" + paid);
    }

    /** In another state. */
    public Job in(JobState next) {
        return new Job(id, version, source, order, admittedAt, next, cloud, attempts, timings, intent);
    }

    /** After the journal's next commit. */
    public Job committed() {
        return atVersion(version + 1);
    }

    /** As the journal's commit of that number. */
    Job atVersion(int number) {
        return new Job(id, number, source, order, admittedAt, state, cloud, attempts, timings, intent);
    }

    /** With what its bytes say. */
    public Job withSource(Source read) {
        return new Job(id, version, read, order, admittedAt, state, cloud, attempts, timings, intent);
    }

    /** With the cloud's task. */
    public Job withCloud(CloudTask task) {
        return new Job(id, version, source, order, admittedAt, state, task, attempts, timings, intent);
    }

    /** With one more try in the book. */
    public Job tried(Attempt attempt) {
        List<Attempt> more = new ArrayList<>(attempts);
        more.add(attempt);
        return new Job(id, version, source, order, admittedAt, state, cloud, more, timings, intent);
    }

    /** With measured times. */
    public Job withTimings(Timings measured) {
        return new Job(id, version, source, order, admittedAt, state, cloud, attempts, measured, intent);
    }

    /** With an open intent; null: it is known what became of it. */
    public Job withIntent(@Nullable Intent open) {
        return new Job(id, version, source, order, admittedAt, state, cloud, attempts, timings, open);
    }
}
