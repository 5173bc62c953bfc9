package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.provider.Providers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose breaker a job's submit is behind, and which model it is sent to. Both are chosen once: another provider's breaker may open while the
 * picture is encoded, and what was made for one provider must not go to another.
 */
final class ChosenModels {
    private final ModelChoice choice;
    private final Map<JobId, String> guards = new ConcurrentHashMap<>();
    private final Map<JobId, String> models = new ConcurrentHashMap<>();

    ChosenModels(ModelChoice choice) {
        this.choice = choice;
    }

    /** The name of the provider that has the job, or is next for it. */
    String provider(Job job) {
        if (job.state() instanceof Submitting submitting) {
            return Providers.nameOf(submitting.model());
        }
        if (job.state() instanceof Submitted submitted) {
            return Providers.nameOf(submitted.model());
        }
        return job.state() instanceof Running running
                ? Providers.nameOf(running.model())
                : choice.next(job).map(Providers::nameOf).orElse(Providers.USUAL);
    }

    /** The same; what is sent of the job from here on goes through this provider's breaker. */
    String guard(Job job) {
        String provider = provider(job);
        guards.put(job.id(), provider);
        models.remove(job.id());
        return provider;
    }

    /** Whose breaker the job is behind. */
    String guarded(Job job) {
        return guards.computeIfAbsent(job.id(), id -> provider(job));
    }

    /** Whether the job is to be sent behind that breaker; where settling has made another provider's model the next, it comes again. */
    boolean isSendable(Job job) {
        if (!(job.state() instanceof Admitted admitted) || admitted.heldBy() != null) {
            return false;
        }
        String model = choice.next(job).orElseThrow();
        boolean here = Providers.nameOf(model).equals(guarded(job));
        if (here) {
            models.put(job.id(), model);
        }
        return here;
    }

    /** The model that the job is sent to. */
    String model(Job job) {
        return models.computeIfAbsent(job.id(), id -> choice.next(job).orElseThrow());
    }

    /** Whether none of the job's models can be asked, for want of a key. */
    boolean isWithoutKey(Job job) {
        return choice.isWithoutKey(job);
    }

    /** The job is done with the cloud, for now at least. */
    void forget(JobId id) {
        guards.remove(id);
        models.remove(id);
    }
}
