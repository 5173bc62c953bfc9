package dev.shuttle.web.api;

import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Done;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.web.server.Answer;
import dev.shuttle.web.server.Call;
import dev.shuttle.web.server.HttpProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A picture on its way in and its answer: the bean {@code api} of the routes {@code upload} and {@code retry}. */
public final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);

    private final Arrivals arrivals;
    private final Journal journal;
    private final Outbox outbox;
    private final CompletionWaiters waiters;
    private final BooleanSupplier takesMore;

    /**
     * Answers from these.
     *
     * @param takesMore whether this program takes pictures in
     */
    public Api(
            Arrivals arrivals, Journal journal, Outbox outbox, CompletionWaiters waiters, BooleanSupplier takesMore) {
        this.arrivals = arrivals;
        this.journal = journal;
        this.outbox = outbox;
        this.waiters = waiters;
        this.takesMore = takesMore;
    }

    /** Takes the upload to the disk and makes it a job's own. */
    public CompletionStage<JobFolder> receive(Call call) {
        if (!takesMore.getAsBoolean()) {
            throw new HttpProblem(
                            503,
                            "NOT_TAKING",
                            "this node takes no pictures in: it has no role for that, or is to be stopped",
                            "send it to another node, or later")
                    .with(Map.of("Retry-After", "30"));
        }
        return call.upload(arrivals.rules()).thenApply(upload -> {
            try {
                return arrivals.claimed(upload);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** Takes an ended job's original out of the outbox again. */
    public JobFolder again(Call call) throws IOException {
        return retried(JobLookup.job(call, journal));
    }

    /**
     * The same for who has found the job already.
     *
     * @throws HttpProblem where it has not ended, or the original is gone
     */
    public JobFolder retried(Job job) throws IOException {
        if (!job.isFinal()) {
            throw new HttpProblem(409, "NOT_ENDED", "job " + job.id() + " has not ended yet", "cancel it, or wait")
                    .of(job.id().value());
        }
        Path original = outbox.placeOf(job)
                .map(place -> place.resolve("source." + job.source().extension()))
                .filter(java.nio.file.Files::isRegularFile)
                .orElseThrow(() -> new HttpProblem(
                                410, "ORIGINAL_GONE", "the original is no longer in the outbox", "send it again")
                        .of(job.id().value()));
        JobFolder again = arrivals.again(original, job);
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("by", again.jobId())
                .log("retried");
        return again;
    }

    /**
     * The point paper, or what the client prefers to wait for.
     *
     * @param travelling the job, or its id where it was handed on; its folder where it could not be entered in the journal yet
     */
    public CompletionStage<Answer> answer(Object travelling, Call call) {
        JobId id = id(travelling);
        Preference preference = Preference.of(call.header("Prefer"));
        return waiters.of(id, preference.patience())
                .thenApply(end -> end.map(this::ended).orElseGet(() -> accepted(id, preference)));
    }

    /** The job, as it is under way. */
    public Answer accepted(Object travelling) {
        return accepted(id(travelling), Preference.of(null));
    }

    private Answer accepted(JobId id, Preference preference) {
        Map<String, String> headers = new HashMap<>(naming(id));
        if (preference.applied() != null) {
            headers.put("Preference-Applied", preference.applied());
        }
        if (waiters.isStopping()) {
            headers.put("Retry-After", "30");
        }
        Object body = find(id).<Object>map(job -> JobView.of(job, outbox)).orElseGet(() -> Map.of("id", id.value()));
        return Answer.json(202, body, headers);
    }

    private Optional<Job> find(JobId id) {
        try {
            return journal.find(id);
        } catch (dev.shuttle.pipeline.job.JournalException away) {
            return Optional.empty();
        }
    }

    private Answer ended(Job job) {
        if (!(job.state() instanceof Done)) {
            throw Failures.ended(job);
        }
        // On a node without an outbox the answer is the job, as one that is under way.
        return outbox.placeOf(job)
                .<Answer>map(place ->
                        new Answer.Content(place.resolve(JobView.pointPaper(job)), "image/png", naming(job.id())))
                .orElseGet(() -> Answer.json(202, JobView.of(job, outbox), naming(job.id())));
    }

    private static Map<String, String> naming(JobId id) {
        return Map.of("X-Shuttle-Job", id.value(), "Location", Addresses.job(id));
    }

    private static JobId id(Object travelling) {
        if (travelling instanceof Job job) {
            return job.id();
        }
        return new JobId(travelling instanceof JobFolder folder ? folder.jobId() : (String) travelling);
    }

    /**
     * How long a client wants to wait (RFC 7240).
     *
     * @param patience null: until the end
     * @param applied what is answered in Preference-Applied; null where the client states no preference
     */
    private record Preference(
            @Nullable Duration patience, @Nullable String applied) {
        static Preference of(@Nullable String header) {
            boolean async = false;
            Integer wait = null;
            for (String part : header == null
                    ? new String[0]
                    : header.toLowerCase(Locale.ROOT).split("[,;]")) {
                String preference = part.strip();
                async |= preference.equals("respond-async");
                if (preference.matches("wait\\s*=\\s*\"?\\d{1,6}\"?")) {
                    wait = Integer.valueOf(preference.replaceAll("\\D", ""));
                }
            }
            if (wait != null) {
                return new Preference(Duration.ofSeconds(wait), async ? "respond-async, wait=" + wait : "wait=" + wait);
            }
            return async ? new Preference(Duration.ZERO, "respond-async") : new Preference(null, null);
        }
    }
}
