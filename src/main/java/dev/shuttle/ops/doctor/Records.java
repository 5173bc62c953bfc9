package dev.shuttle.ops.doctor;

import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.provider.Wire;
import dev.shuttle.report.outcome.Road;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an examination met on its way: the evidence for later checks and for the bundle. One thread. */
public final class Records {
    private final List<Job> jobs = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<RequestCheck.Sample> requests = new ArrayList<>();

    /** Nothing yet. */
    public Records() {}

    /** Writes down the exchanges of a client. */
    public Wire.Watch watch(InstantSource clock) {
        return new ExchangeWatch(this, clock);
    }

    void remember(List<Job> newest) {
        jobs.addAll(newest);
        newest.forEach(job -> {
            trials.addAll(Trial.of(job));
            success(job).ifPresent(trials::add);
        });
    }

    void remember(Trial trial) {
        trials.add(trial);
    }

    void remember(Exchange exchange) {
        exchanges.add(exchange);
    }

    void remember(RequestCheck.Sample request) {
        requests.add(request);
    }

    List<Job> jobs() {
        return jobs;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    List<RequestCheck.Sample> requests() {
        return requests;
    }

    /** All tries, newest first. */
    List<Trial> trials() {
        return trials.stream()
                .sorted(Comparator.comparing(Trial::at).reversed())
                .toList();
    }

    /** The newest try that shows what is looked for. */
    Optional<Trial> newest(Predicate<Trial> wanted) {
        return trials().stream().filter(wanted).findFirst();
    }

    /** Whether it was an emulator that answered last. */
    boolean isEmulated() {
        return lastAnswered().map(Exchange::emulated).orElse(false);
    }

    /** The last exchange that was answered. */
    Optional<Exchange> lastAnswered() {
        return exchanges.stream().filter(exchange -> exchange.status() != null).reduce((earlier, later) -> later);
    }

    /** An emulated picture says nothing of the service. */
    private static Optional<Trial> success(Job job) {
        CloudTask task = job.cloud();
        boolean made = road(job) == Road.CLOUD;
        return task == null || !made
                ? Optional.empty()
                : Optional.of(Trial.succeeded(
                        job.id().value(), task.model(), task.submittedAt(), task.requestId(), task.taskId(), false));
    }

    private static @Nullable Road road(Job job) {
        return job.state() instanceof JobState.Done done
                ? done.road()
                : job.state() instanceof JobState.Converting converting ? converting.road() : null;
    }

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
}
