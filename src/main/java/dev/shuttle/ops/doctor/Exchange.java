package dev.shuttle.ops.doctor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange of the examination, without key, body and signed query.
 *
 * @param at when it began, by our clock
 * @param status null where no answer came
 * @param code the service's error code, if it is one
 * @param date the answer's {@code Date}, as it came
 * @param error why no answer came
 */
record Exchange(
        String method,
        String address,
        Instant at,
        long millis,
        @Nullable Integer status,
        @Nullable String code,
        @Nullable String message,
        @Nullable String requestId,
        @Nullable String date,
        boolean emulated,
        @Nullable String error) {}
