package dev.shuttle.provider.dashscope;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as the list shows it.
 *
 * @param status the service's word, such as {@code RUNNING}
 * @param created when the service took it; null where it does not say
 * @param apiKeyId which of the account's keys it was submitted with
 */
public record ListedTask(
        String taskId,
        String model,
        String status,
        @Nullable Instant created,
        @Nullable String requestId,
        @Nullable String apiKeyId) {}
