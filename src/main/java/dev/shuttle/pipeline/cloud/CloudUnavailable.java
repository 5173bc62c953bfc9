package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;

/** The service failed at a submit: a failure for the circuit breaker to count. The job it carries is already cared for. */
public final class CloudUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Job job;

    CloudUnavailable(Job job, String message) {
        super(message);
        this.job = job;
    }

    /** The job, with the attempt in its book and in the state that follows from it. */
    public Job job() {
        return job;
    }
}
