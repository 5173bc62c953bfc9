package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The places that each provider has, and with which of them a job has one. */
final class Places {
    private final Map<String, SharedPlaces> byProvider = new LinkedHashMap<>();
    private final Map<JobId, String> holders = new ConcurrentHashMap<>();

    Places(Collection<Service> services, Executor next) {
        services.forEach(service -> byProvider.put(
                service.provider().name(), new SharedPlaces(service.maxInFlight(), service.limits(), next)));
    }

    private SharedPlaces of(String provider) {
        return Objects.requireNonNull(byProvider.get(provider), provider);
    }

    /** Completes once a place with this provider is the job's; no thread waits meanwhile. */
    CompletionStage<Job> acquire(Job job, String provider) {
        holders.put(job.id(), provider);
        return of(provider).acquire(job);
    }

    /** Takes a place at once, beyond the most too. */
    void take(JobId id, String provider) {
        holders.put(id, provider);
        of(provider).take(id);
    }

    /** Whether the job may be sent to this provider with the place that it has. */
    boolean isWith(JobId id, String provider) {
        return holders.getOrDefault(id, provider).equals(provider);
    }

    /** The job is done with the cloud, for now at least. */
    void release(JobId id) {
        String provider = holders.remove(id);
        if (provider != null) {
            of(provider).release(id);
        }
    }

    /** The service does not have the job's task any more. */
    void forget(JobId id) {
        String provider = holders.get(id);
        if (provider != null) {
            of(provider).forget(id);
        }
    }

    /** Ends all waits. */
    void stop() {
        byProvider.values().forEach(SharedPlaces::stop);
    }
}
