package dev.shuttle.emulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted submit as the ledger shows it.
 *
 * @param taskId the task's id; a synchronous call has one too, but it cannot be polled
 * @param ordinal 1 for the first accepted submit
 * @param status now, by the emulator's clock
 * @param images n
 * @param billed pictures paid for so far
 * @param polls how often the task was polled
 * @param code why it ends FAILED, once it has; else null
 */
public record LedgerTask(
        String taskId,
        int ordinal,
        boolean synchronous,
        String model,
        @Nullable String function,
        TaskStatus status,
        Instant submittedAt,
        int images,
        int billed,
        int polls,
        @Nullable String pictureSha256,
        String prompt,
        @Nullable String code,
        @Nullable String message) {}
