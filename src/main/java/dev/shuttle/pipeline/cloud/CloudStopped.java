package dev.shuttle.pipeline.cloud;

import dev.shuttle.dashscope.CloudError;

/** The program is stopping in the middle of a call: the job stays as the journal has it, and goes on after the restart. */
public final class CloudStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CloudStopped(String message) {
        super(message);
    }

    /** Throws itself where a call was interrupted. */
    static void check(CloudError error) {
        if (error.code().equals("INTERRUPTED")) {
            throw new CloudStopped(error.message());
        }
    }
}
