package dev.shuttle.api;

import dev.shuttle.http.Call;
import dev.shuttle.http.HttpProblem;
import dev.shuttle.job.Job;
import dev.shuttle.job.JobId;
import dev.shuttle.job.Journal;

/** What a request names. */
final class Asked {
    private Asked() {}

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
