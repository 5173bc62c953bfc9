package dev.shuttle.web.api;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.web.server.HttpProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, in HTTP's words. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** The problem that a failure is to the client; what it is to us stands in the log. */
    public static HttpProblem problem(Throwable failure) {
        if (failure instanceof HttpProblem known) {
            return known;
        }
        if (failure instanceof JournalException journal) {
            LOG.warn("a request could not be answered: {}: {}", journal.code(), journal.getMessage());
            return unavailable(journal.code(), "the journal cannot be reached", journal.hint());
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            LOG.warn("a request could not be answered: {}", FileErrors.of(failure));
            return unavailable("DISK_UNAVAILABLE", "the disk cannot be read or written", "look at the server's log");
        }
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return problem(failure.getCause());
        }
        LOG.atError().setCause(failure).log("a request could not be answered");
        return new HttpProblem(500, "INTERNAL", "this request could not be answered", "the log tells more");
    }

    private static HttpProblem unavailable(String code, String detail, String hint) {
        return new HttpProblem(503, code, detail, hint).with(Map.of("Retry-After", "10"));
    }

    /** A job that ended without a picture. */
    static HttpProblem ended(Job job) {
        Problem problem = Objects.requireNonNull(JobView.problem(job.state()), "a problem");
        boolean rejected = job.state() instanceof dev.shuttle.pipeline.job.JobState.Rejected;
        int status = rejected ? 422 : problem.code().equals("CANCELED") ? 409 : 500;
        return new HttpProblem(status, problem.code(), problem.message(), problem.hint())
                .of(job.id().value())
                .with(Map.of("X-Shuttle-Job", job.id().value(), "Location", Addresses.job(job.id())));
    }
}
