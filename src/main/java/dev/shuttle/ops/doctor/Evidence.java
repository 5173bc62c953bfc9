package dev.shuttle.ops.doctor;

import java.time.Duration;
import java.time.Instant;

/** How a try is cited. */
final class Evidence {
    private Evidence() {}

    static boolean isFresh(Trial trial, Instant now, Duration believed) {
        return trial.at().plus(believed).isAfter(now);
    }

    /** The names that the vendor's support asks for, and ours. */
    static String ids(Trial trial) {
        StringBuilder ids = new StringBuilder();
        add(ids, "job", trial.job());
        add(ids, "task", trial.attempt().taskId());
        add(ids, "request", trial.attempt().requestId());
        ids.append(trial.emulated() ? (ids.isEmpty() ? "" : ", ") + "emulated" : "");
        return ids.isEmpty() ? "–" : ids.toString();
    }

    private static void add(StringBuilder ids, String name, @org.jspecify.annotations.Nullable String id) {
        if (id != null) {
            ids.append(ids.isEmpty() ? "" : ", ").append(name).append(' ').append(id);
        }
    }
}
