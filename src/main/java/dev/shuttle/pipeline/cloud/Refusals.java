package dev.shuttle.pipeline.cloud;

import dev.shuttle.dashscope.CloudError;
import dev.shuttle.pipeline.job.Job;

/** Who wants to hear that the account or its key was refused; told before the breaker opens for it. Must neither wait nor throw. */
@FunctionalInterface
public interface Refusals {
    /** The service refused the account when it was asked for this job. */
    void refused(Job job, CloudError error);
}
