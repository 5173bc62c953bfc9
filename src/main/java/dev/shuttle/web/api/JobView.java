package dev.shuttle.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Closed;
import dev.shuttle.pipeline.job.JobState.Done;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.report.outcome.Problem;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as lists, events and answers show it.
 *
 * @param node which node has it or had it last; null where one program has the journal, and where that was not asked for
 */
record JobView(
        String id,
        String state,
        @JsonProperty("final") boolean isFinal,
        String name,
        String from,
        String preset,
        @Nullable Integer colours,
        SourceView source,
        @Nullable String path,
        @Nullable String reason,
        @Nullable Problem problem,
        @Nullable String node,
        Instant admittedAt,
        Instant updatedAt,
        Map<String, String> links) {

    record SourceView(
            long bytes,
            @Nullable String sha256,
            @Nullable String format,
            @Nullable Integer width,
            @Nullable Integer height) {}

    static JobView of(Job job, Outbox outbox) {
        return of(job, outbox, null);
    }

    static JobView of(Job job, Outbox outbox, @Nullable String node) {
        JobState state = job.state();
        return new JobView(
                job.id().value(),
                state.name(),
                job.isFinal(),
                job.source().name(),
                job.source().from().word(),
                job.order().preset(),
                job.order().ticket().colours(),
                new SourceView(
                        job.source().bytes(),
                        job.source().sha256(),
                        job.source().format(),
                        job.source().width(),
                        job.source().height()),
                state instanceof Done done ? done.road().word() : null,
                state instanceof Done done ? done.reason() : null,
                problem(state),
                node,
                job.admittedAt(),
                state.since(),
                links(job, outbox));
    }

    static @Nullable Problem problem(JobState state) {
        if (state instanceof JobState.Rejected rejected) {
            return rejected.problem();
        }
        return state instanceof JobState.Failed failed ? failed.problem() : null;
    }

    private static Map<String, String> links(Job job, Outbox outbox) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", Addresses.job(job.id()));
        links.put("events", Addresses.job(job.id()) + "/events");
        if (job.state() instanceof Closed end && Files.isDirectory(outbox.place(job, end))) {
            String folder = Addresses.page(outbox.root(), outbox.place(job, end)) + "/";
            links.put("folder", folder);
            links.put("report", folder + "report.html");
            if (end instanceof Done) {
                links.put("image", folder + Addresses.escaped(pointPaper(job)));
            }
        }
        return links;
    }

    /** The name of the file that a job is done for. */
    static String pointPaper(Job job) {
        return job.source().stem() + ".pointpaper.png";
    }
}
