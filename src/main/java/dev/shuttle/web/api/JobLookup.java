package dev.shuttle.web.api;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.web.server.Call;
import dev.shuttle.web.server.HttpProblem;

/** The job that a request names. */
final class JobLookup {
    private JobLookup() {}

    /** @throws HttpProblem 404 where there is no such job */
    static Job job(Call call, Journal journal) {
        String name = call.required("id");
        if (!JobId.isOne(name)) {
            throw none(name);
        }
        return journal.find(new JobId(name)).orElseThrow(() -> none(name));
    }

    private static HttpProblem none(String name) {
        return new HttpProblem(404, "UNKNOWN_JOB", "there is no job " + name, "/api/jobs lists them");
    }
}
