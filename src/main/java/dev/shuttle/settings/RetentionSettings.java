package dev.shuttle.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long results stay in the outbox.
 *
 * @param done those of jobs that are DONE; null: for ever
 * @param other originals in {@code rejected/} and {@code failed/}; null: for ever
 */
public record RetentionSettings(
        @Nullable Duration done, @Nullable Duration other) {
    static RetentionSettings read(Values values) {
        return new RetentionSettings(
                time(values, "shuttle.outbox.keep"), time(values, "shuttle.outbox.keep-originals"));
    }

    private static @Nullable Duration time(Values values, String key) {
        String set = values.optional(key).orElse("0");
        return set.equals("0") ? null : values.duration(key);
    }
}
