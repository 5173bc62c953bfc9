package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.provider.CloudError;

/** Listens for refusals of the account or its key; called before the breaker opens for it. Must neither wait nor throw. */
@FunctionalInterface
public interface Refusals {
    /** The service refused the account when it was asked for this job. */
    void refused(Job job, CloudError error);
}
