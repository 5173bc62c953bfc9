package dev.shuttle.ops.alert;

import dev.shuttle.ops.alert.Alert.Affected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is wrong and was reported; it is reported again only when it has lasted for a while. Not thread-safe. */
final class Trouble {
    /** A message names no more jobs than that. */
    static final int NAMED = 10;

    private final Instant since;
    private final String what;
    private final List<Affected> jobs = new ArrayList<>();
    private long count;
    private long unsent;
    private @Nullable Instant reported;

    /** @param what in a word, such as the service's code */
    Trouble(String what, Instant since) {
        this.what = what;
        this.since = since;
    }

    void met(@Nullable Affected job) {
        count++;
        unsent++;
        if (job != null && jobs.size() < NAMED) {
            jobs.add(job);
        }
    }

    /** Whether it is to be reported now. */
    boolean isNews(Duration repeat, Instant now) {
        return reported == null || !now.isBefore(reported.plus(repeat));
    }

    /** It is reported; gives how often it was met since the last report. */
    long report(Instant now) {
        long since = unsent;
        reported = now;
        unsent = 0;
        return since;
    }

    List<Affected> takeJobs() {
        List<Affected> first = List.copyOf(jobs);
        jobs.clear();
        return first;
    }

    Instant since() {
        return since;
    }

    String what() {
        return what;
    }

    long count() {
        return count;
    }
}
