package dev.shuttle.ops;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import java.beans.ConstructorProperties;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job that has not ended, with getters, as JMX wants it. */
public final class JobInFlight {
    private final String job;
    private final String file;
    private final String state;
    private final long ageSeconds;
    private final @Nullable String taskId;
    private final @Nullable String node;

    /**
     * A job as it is now.
     *
     * @param ageSeconds since it was admitted
     * @param taskId of the cloud's task that is under way; null where there is none
     * @param node which node has it; null where one program has the journal
     */
    @ConstructorProperties({"job", "file", "state", "ageSeconds", "taskId", "node"})
    public JobInFlight(
            String job, String file, String state, long ageSeconds, @Nullable String taskId, @Nullable String node) {
        this.job = job;
        this.file = file;
        this.state = state;
        this.ageSeconds = ageSeconds;
        this.taskId = taskId;
        this.node = node;
    }

    static JobInFlight of(Job job, @Nullable String node, Instant now) {
        return new JobInFlight(
                job.id().value(),
                job.source().name(),
                job.state().name(),
                Duration.between(job.admittedAt(), now).toSeconds(),
                task(job),
                node);
    }

    private static @Nullable String task(Job job) {
        if (job.state() instanceof Submitted submitted) {
            return submitted.taskId();
        }
        return job.state() instanceof Running running ? running.taskId() : null;
    }

    public String getJob() {
        return job;
    }

    public String getFile() {
        return file;
    }

    public String getState() {
        return state;
    }

    public long getAgeSeconds() {
        return ageSeconds;
    }

    public @Nullable String getTaskId() {
        return taskId;
    }

    public @Nullable String getNode() {
        return node;
    }
}
