package dev.shuttle.ops;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.pipeline.job.JobState.Rejected;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.report.outcome.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The journal's jobs under JMX. */
final class JobsControl implements Managed.Jobs {
    private static final int ERRORS = 20;

    private final Journal journal;
    private final Function<Job, String> retry;
    private final InstantSource clock;

    /**
     * Shows this journal.
     *
     * @param retry takes an ended job's original up again and gives the new job's id
     */
    JobsControl(Journal journal, Function<Job, String> retry, InstantSource clock) {
        this.journal = journal;
        this.retry = retry;
        this.clock = clock;
    }

    @Override
    public Map<String, Long> getByState() {
        return journal.counts();
    }

    @Override
    public List<JobInFlight> getInFlight() {
        List<Job> jobs = journal.unfinished();
        Map<JobId, String> nodes = journal.nodes(jobs.stream().map(Job::id).toList());
        return jobs.stream()
                .map(job -> JobInFlight.of(job, nodes.get(job.id()), clock.instant()))
                .toList();
    }

    @Override
    public List<String> getLastErrors() {
        return journal.page(Set.of("REJECTED", "FAILED"), null, ERRORS).stream()
                .map(JobsControl::error)
                .toList();
    }

    private static String error(Job job) {
        JobState state = job.state();
        Problem problem = state instanceof Rejected rejected ? rejected.problem() : ((Failed) state).problem();
        return job.id() + " " + job.source().name() + ": " + problem.code() + " " + problem.message();
    }

    @Override
    public String retry(String id) {
        return retry.apply(required(id));
    }

    @Override
    public void cancel(String id) {
        Job job = required(id);
        if (job.isFinal()) {
            throw new IllegalArgumentException(
                    "job " + id + " has ended as " + job.state().name() + "; there is nothing to cancel");
        }
        journal.requestCancel(job.id());
    }

    private Job required(String id) {
        if (!JobId.isOne(id)) {
            throw new IllegalArgumentException("'" + id + "' is no job id; InFlight lists them");
        }
        return journal.find(new JobId(id)).orElseThrow(() -> new IllegalArgumentException("there is no job " + id));
    }
}
