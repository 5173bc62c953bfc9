package dev.shuttle.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.report.outcome.Attempt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job with its history, its attempts, its files and its report.
 *
 * @param attempts as the report has them
 */
record JobDetail(
        @JsonUnwrapped JobView job,
        boolean cancelRequested,
        List<Journal.Transition> history,
        List<Attempt> attempts,
        @Nullable List<FileView> files,
        @Nullable JsonNode report) {

    record FileView(
            @Nullable String role,
            String name,
            @Nullable Long bytes,
            @Nullable String sha256,
            String href) {}

    /** What the report lists, and the two files that describe the others. */
    static @Nullable List<FileView> files(Job job, @Nullable JsonNode report) {
        if (report == null) {
            return null;
        }
        List<FileView> files = new ArrayList<>();
        for (JsonNode file : report.path("files")) {
            String name = file.path("path").asText();
            files.add(new FileView(
                    file.path("role").asText(),
                    name,
                    file.path("bytes").asLong(),
                    file.path("sha256").asText(),
                    Addresses.file(job.id(), name)));
        }
        for (String name : new String[] {"report.html", "report.json"}) {
            files.add(new FileView("report", name, null, null, Addresses.file(job.id(), name)));
        }
        return files;
    }
}
