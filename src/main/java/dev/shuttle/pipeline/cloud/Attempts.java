package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.StoppedException;
import dev.shuttle.provider.CloudError;
import dev.shuttle.report.outcome.Attempt;
import java.time.Instant;
import java.util.Locale;

/** Tries with the cloud as the journal has them. */
public final class Attempts {
    private Attempts() {}

    /** One that failed. */
    public static Attempt failed(String model, Instant at, CloudError error) {
        return new Attempt(
                model,
                at,
                error.stage().name().toLowerCase(Locale.ROOT),
                error.http() == 0 ? null : error.http(),
                error.code(),
                error.message(),
                error.requestId(),
                error.taskId(),
                error.errorClass().name());
    }

    /** @throws StoppedException where a call failed because the program stops */
    static void checkStopped(CloudError error) {
        if (error.code().equals("INTERRUPTED")) {
            throw new StoppedException(error.message());
        }
    }
}
