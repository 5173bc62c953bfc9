package dev.shuttle.ops.alert;

import dev.shuttle.ops.alert.Alert.Affected;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Failed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is news: an event is reported when it begins, when it is over, and in between only where it is met again after a while.
 * Thread-safe; who reports something never waits.
 */
public final class Alerts {
    private static final int MEGABYTE = 20;

    private static final Duration GUESSING_OVER = Duration.ofHours(1);

    private final AlertTexts texts;
    private final Place place;
    private final Duration repeat;
    private final InstantSource clock;
    private final Consumer<Alert> news;
    private final FailedJobs failed;
    private final Map<Event, Trouble> troubles = new EnumMap<>(Event.class);
    private Instant guessedAt = Instant.EPOCH;

    /**
     * Nothing is wrong yet.
     *
     * @param failedFolder where the originals of failed jobs lie
     * @param gather how long failed jobs are gathered for one message
     * @param repeat after how long an event that lasts is reported again
     * @param news takes each alert, at once
     */
    public Alerts(
            Locale locale,
            Place place,
            String failedFolder,
            Duration gather,
            Duration repeat,
            InstantSource clock,
            Consumer<Alert> news) {
        this.texts = new AlertTexts(locale);
        this.place = place;
        this.repeat = repeat;
        this.clock = clock;
        this.news = news;
        this.failed = new FailedJobs(gather, repeat, failedFolder);
    }

    /** The service refused the account; to be reported before the breaker opens for it. */
    public synchronized void refused(Job job, String code, String message, String hint) {
        Event event = Event.ofRefusal(code);
        met(event, code, affected(job), hint, code, message);
    }

    /** The breaker has opened. For a refused account it opens too, which was reported. */
    public synchronized void breakerOpened() {
        if (!troubles.containsKey(Event.ACCOUNT_REFUSED) && !troubles.containsKey(Event.QUOTA_EXHAUSTED)) {
            met(Event.BREAKER_OPEN, "", null, texts.hint(Event.BREAKER_OPEN));
        }
    }

    /** The breaker has closed: a call was answered, or somebody says that all is mended. */
    public synchronized void breakerClosed() {
        over(Event.BREAKER_OPEN);
        for (Event event : List.of(Event.ACCOUNT_REFUSED, Event.QUOTA_EXHAUSTED)) {
            Trouble refusal = troubles.get(event);
            if (refusal != null) {
                over(event, refusal.what(), refusal.count());
            }
        }
    }

    /** A folder's disk has less room than is wanted. */
    void roomLow(String folder, long free, long wanted) {
        met(Event.DISK_LOW, "", null, texts.hint(Event.DISK_LOW), folder, free >> MEGABYTE, wanted >> MEGABYTE);
    }

    /** It has enough again. */
    void roomEnough(String folder, long free) {
        over(Event.DISK_LOW, folder, free >> MEGABYTE);
    }

    /** A job's new state is safe: failed ones are gathered, those their users gave up are not. */
    public synchronized void committed(Job job) {
        if (job.state() instanceof Failed end && !end.problem().code().equals("CANCELED")) {
            failed.add(affected(job), end.problem().code(), clock.instant());
        }
    }

    /** One address shows wrong tokens or passwords, this many lately. */
    public synchronized void guessed(String address, long count) {
        guessedAt = clock.instant();
        met(Event.SIGN_IN_REFUSED, "", null, texts.hint(Event.SIGN_IN_REFUSED), address, count);
    }

    /** Reports what was gathered long enough; everything, where the program ends. */
    synchronized void sendGathered(boolean everything) {
        Instant now = clock.instant();
        if (now.isAfter(guessedAt.plus(GUESSING_OVER))) {
            over(Event.SIGN_IN_REFUSED);
        }
        failed.due(now, everything)
                .ifPresent(gathered -> news.accept(alert(
                        Event.JOBS_FAILED,
                        false,
                        gathered.since(),
                        now,
                        gathered.onlyCode(),
                        texts.message(
                                Event.JOBS_FAILED, false, gathered.count(), gathered.codesInWords(), failed.folder()),
                        texts.hint(Event.JOBS_FAILED),
                        gathered.count(),
                        gathered.codes(),
                        gathered.jobs())));
    }

    /** Sends an alert that shows whether alerts arrive. */
    public synchronized void test() {
        Instant now = clock.instant();
        String message = texts.message(Event.TEST, false);
        news.accept(alert(Event.TEST, false, now, now, null, message, null, 1, Map.of(), List.of()));
    }

    /** What is wrong now. */
    public synchronized List<String> raised() {
        return troubles.entrySet().stream()
                .map(trouble ->
                        trouble.getKey() + " since " + trouble.getValue().since())
                .toList();
    }

    private synchronized void met(
            Event event, String what, @Nullable Affected job, @Nullable String hint, Object... values) {
        Instant now = clock.instant();
        Trouble trouble = troubles.computeIfAbsent(event, unmet -> new Trouble(what, now));
        trouble.met(job);
        if (trouble.isNews(repeat, now)) {
            String message = texts.message(event, false, values);
            String code = what.isEmpty() ? null : what;
            long count = trouble.report(now);
            news.accept(alert(
                    event, false, trouble.since(), now, code, message, hint, count, Map.of(), trouble.takeJobs()));
        }
    }

    private synchronized void over(Event event, Object... values) {
        Trouble trouble = troubles.remove(event);
        if (trouble != null) {
            String message = texts.message(event, true, values);
            String code = trouble.what().isEmpty() ? null : trouble.what();
            news.accept(alert(
                    event,
                    true,
                    trouble.since(),
                    clock.instant(),
                    code,
                    message,
                    null,
                    trouble.count(),
                    Map.of(),
                    trouble.takeJobs()));
        }
    }

    private Alert alert(
            Event event,
            boolean recovered,
            Instant since,
            Instant at,
            @Nullable String code,
            String message,
            @Nullable String hint,
            long count,
            Map<String, Long> codes,
            List<Affected> jobs) {
        return new Alert(
                1,
                event,
                recovered ? "info" : event.severity(),
                recovered,
                since,
                at,
                code,
                texts.title(event, recovered),
                message,
                hint,
                count,
                codes,
                jobs,
                place.host(),
                place.instance());
    }

    private static Affected affected(Job job) {
        return new Affected(job.id().value(), job.source().name());
    }

    /**
     * Where the program runs.
     *
     * @param instance its work folder
     */
    public record Place(String host, String instance) {
        /** This machine. */
        public static Place of(Path work) {
            try {
                return new Place(InetAddress.getLocalHost().getHostName(), work.toString());
            } catch (UnknownHostException nameless) {
                return new Place("localhost", work.toString());
            }
        }
    }
}
