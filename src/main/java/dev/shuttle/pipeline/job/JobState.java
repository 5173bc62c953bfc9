package dev.shuttle.pipeline.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a job stands. Each state has only its legal exits; what is not a method here cannot happen.
 *
 * <p>A state is committed to the journal before the step that depends on it, so that after a kill the journal says
 * what may be done again and what may not.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JobState.Admitted.class, name = "ADMITTED"),
    @JsonSubTypes.Type(value = JobState.Submitting.class, name = "SUBMITTING"),
    @JsonSubTypes.Type(value = JobState.Submitted.class, name = "SUBMITTED"),
    @JsonSubTypes.Type(value = JobState.Running.class, name = "RUNNING"),
    @JsonSubTypes.Type(value = JobState.Converting.class, name = "CONVERTING"),
    @JsonSubTypes.Type(value = JobState.Done.class, name = "DONE"),
    @JsonSubTypes.Type(value = JobState.Rejected.class, name = "REJECTED"),
    @JsonSubTypes.Type(value = JobState.Failed.class, name = "FAILED")
})
public sealed interface JobState {
    /** When the state was entered. */
    Instant since();

    /** The state's name, as reports and the journal have it. */
    @JsonIgnore
    default String name() {
        return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    /** A state that a job is still in when it is not finished. */
    sealed interface Open extends JobState {
        /** Our fault, or the user's wish: the job ends without a picture. */
        default Failed failed(Problem problem, Instant now) {
            return new Failed(now, problem);
        }

        /** Bad input; some of it shows only when the picture is decoded. */
        default Rejected rejected(Problem problem, Instant now) {
            return new Rejected(now, problem);
        }
    }

    /** A state before the loom engine, from which the local road is open. */
    sealed interface BeforeTheEngine extends Open {
        /** The service surely has no task of it, or the task ended without a picture; another try may follow. */
        default Admitted notTaken(Instant now) {
            return new Admitted(now, null);
        }

        /** Takes the local road, because of {@code reason}. */
        default Converting locally(String reason, Instant now) {
            return new Converting(now, Road.LOCAL, reason);
        }

        /** Waits in the journal until the cloud is back. */
        default Admitted held(String reason, Instant now) {
            return new Admitted(now, reason);
        }
    }

    /** Final. */
    sealed interface Closed extends JobState {}

    /**
     * Claimed and in the journal; nothing can lose it from here.
     *
     * @param heldBy why it waits for the cloud; null where it does not
     */
    record Admitted(Instant since, @Nullable String heldBy) implements BeforeTheEngine {
        /** The intent, before the POST. */
        public Submitting submitting(String model, Instant now) {
            return new Submitting(now, model);
        }
    }

    /** The intent to submit is journaled; whether the POST went out is not known. */
    record Submitting(Instant since, String model) implements BeforeTheEngine {
        /** The service took it under this id. */
        public Submitted submitted(String taskId, Instant now) {
            return new Submitted(now, model, taskId);
        }

        /** The service answered at once: the picture is ready to be fetched. */
        public Running answered(String result, Instant now) {
            return new Running(now, model, null, now, result);
        }
    }

    /** The task's id is safe. */
    record Submitted(Instant since, String model, String taskId) implements BeforeTheEngine {
        /** Being polled. */
        public Running running(Instant now) {
            return new Running(now, model, taskId, since, null);
        }
    }

    /**
     * Being polled, or ready to be fetched.
     *
     * @param taskId null for a model that answered at once
     * @param result where the picture can be fetched; null until the task succeeded
     */
    record Running(
            Instant since,
            String model,
            @Nullable String taskId,
            Instant submittedAt,
            @Nullable String result) implements BeforeTheEngine {
        /** The task succeeded. */
        public Running succeeded(String picture) {
            return new Running(since, model, taskId, submittedAt, picture);
        }

        /** The cloud's picture is on disk. */
        public Converting converting(Road road, Instant now) {
            return new Converting(now, road, null);
        }
    }

    /**
     * The loom engine is at work.
     *
     * @param reason why the local road was taken; null on the cloud's
     */
    record Converting(Instant since, Road road, @Nullable String reason) implements Open {
        /** The cloud's picture is none that can be woven: the source is converted instead. */
        public Converting locally(String why, Instant now) {
            return new Converting(now, Road.LOCAL, why);
        }

        /** Published. */
        public Done done(Instant now) {
            return new Done(now, road, reason);
        }
    }

    /** In the outbox. */
    record Done(Instant since, Road road, @Nullable String reason) implements Closed {}

    /** Bad input; the original lies in the outbox's {@code rejected} folder. */
    record Rejected(Instant since, Problem problem) implements Closed {}

    /** Not the input's fault; the original lies in the outbox's {@code failed} folder. */
    record Failed(Instant since, Problem problem) implements Closed {
        /** Whether the job ended without its original. */
        @JsonIgnore
        public boolean isSourceLost() {
            return problem.code().equals(Job.SOURCE_LOST);
        }

        /** Whether the journal had nothing of the job that could be read. */
        @JsonIgnore
        public boolean isUnreadable() {
            return problem.code().equals(UnreadableRowException.CODE);
        }
    }
}
