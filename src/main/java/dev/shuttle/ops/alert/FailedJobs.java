package dev.shuttle.ops.alert;

import dev.shuttle.ops.alert.Alert.Affected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Failed jobs, gathered for one message. As long as jobs go on failing, each message gathers twice as long as the one before.
 * Not thread-safe.
 */
final class FailedJobs {
    private final Duration shortest;
    private final Duration longest;
    private final String folder;
    private Duration window;
    private Instant quietUntil = Instant.MIN;
    private @Nullable Gathering gathering;

    /** What one message is about. */
    record Gathered(Instant since, long count, Map<String, Long> codes, List<Affected> jobs) {
        /** The code, where all have the same. */
        @Nullable
        String onlyCode() {
            return codes.size() == 1 ? codes.keySet().iterator().next() : null;
        }

        String codesInWords() {
            return codes.entrySet().stream()
                    .map(code -> code.getKey() + " " + code.getValue())
                    .collect(Collectors.joining(", "));
        }
    }

    private static final class Gathering {
        private final Instant since;
        private final Map<String, Long> codes = new TreeMap<>();
        private final List<Affected> jobs = new ArrayList<>();
        private long count;

        Gathering(Instant since) {
            this.since = since;
        }
    }

    FailedJobs(Duration shortest, Duration longest, String folder) {
        this.shortest = shortest;
        this.longest = longest.compareTo(shortest) < 0 ? shortest : longest;
        this.folder = folder;
        this.window = shortest;
    }

    String folder() {
        return folder;
    }

    void add(Affected job, String code, Instant now) {
        Gathering into = gathering;
        if (into == null) {
            boolean goesOn = now.isBefore(quietUntil);
            window = goesOn ? shorter(window.multipliedBy(2), longest) : shortest;
            into = new Gathering(now);
            gathering = into;
        }
        into.count++;
        into.codes.merge(code, 1L, Long::sum);
        if (into.jobs.size() < Trouble.NAMED) {
            into.jobs.add(job);
        }
    }

    Optional<Gathered> due(Instant now, boolean everything) {
        Gathering full = gathering;
        if (full == null || (!everything && now.isBefore(full.since.plus(window)))) {
            return Optional.empty();
        }
        gathering = null;
        quietUntil = now.plus(window);
        return Optional.of(new Gathered(full.since, full.count, full.codes, full.jobs));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
