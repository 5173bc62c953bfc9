package dev.shuttle.pipeline.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try with the cloud, as the report has it.
 *
 * @param stage submit, poll, download or, where the engine could not use the result, convert
 * @param http the answer's status; null where none came
 * @param code DashScope's code, one of ours where the transport failed, or OK
 * @param kind what the code means for the next step, such as RETRY or NEVER
 */
public record CloudAttempt(
        String model,
        Instant at,
        String stage,
        @Nullable Integer http,
        String code,
        @Nullable String message,
        @Nullable String requestId,
        @Nullable String taskId,
        String kind) {}
