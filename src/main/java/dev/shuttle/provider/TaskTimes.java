package dev.shuttle.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a task reached its states by the service's clock; each null until it did, or where the service does not say. */
public record TaskTimes(
        @Nullable Instant submitted,
        @Nullable Instant scheduled,
        @Nullable Instant ended) {}
