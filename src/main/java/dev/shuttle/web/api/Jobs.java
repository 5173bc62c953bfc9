package dev.shuttle.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.KnownNode;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.web.server.Answer;
import dev.shuttle.web.server.Call;
import dev.shuttle.web.server.HttpProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The jobs and their files: the bean {@code apiJobs}. */
public final class Jobs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Journal journal;
    private final Outbox outbox;
    private final Events events;
    private final boolean pages;

    /**
     * Answers from these.
     *
     * @param pages whether results come to this outbox
     */
    public Jobs(Journal journal, Outbox outbox, Events events, boolean pages) {
        this.pages = pages;
        this.journal = journal;
        this.outbox = outbox;
        this.events = events;
    }

    /** A page of the list. */
    public Answer list(Call call) {
        JobsQuery query = JobsQuery.of(call);
        List<Job> jobs = journal.page(query.states(), query.before(), query.limit());
        Map<JobId, String> nodes = journal.nodes(jobs.stream().map(Job::id).toList());
        List<JobView> views = jobs.stream()
                .map(job -> JobView.of(job, outbox, nodes.get(job.id())))
                .toList();
        String next = jobs.size() < query.limit()
                ? null
                : query.next(jobs.get(jobs.size() - 1).id());
        return Answer.json(new Page(views, next));
    }

    private record Page(List<JobView> jobs, @Nullable String next) {}

    /** One job, with all that is known of it. */
    public Answer show(Call call) throws IOException {
        Job job = JobLookup.job(call, journal);
        JsonNode report = report(job).orElse(null);
        return Answer.json(new JobDetail(
                JobView.of(job, outbox, journal.nodes(List.of(job.id())).get(job.id())),
                journal.isCancelRequested(job.id()),
                journal.history(job.id()),
                job.attempts().stream().map(Attempt::toMillis).toList(),
                JobDetail.files(job, report),
                report));
    }

    private Optional<JsonNode> report(Job job) throws IOException {
        Optional<Path> place = job.isFinal() ? outbox.placeOf(job) : Optional.empty();
        return place.isEmpty()
                ? Optional.empty()
                : Optional.of(JSON.readTree(place.get().resolve("report.json").toFile()));
    }

    /** One of its files. */
    public Answer file(Call call) {
        Job job = JobLookup.job(call, journal);
        String name = call.required("name");
        Path folder = outbox.placeOf(job).orElse(null);
        if (folder == null && job.isFinal() && !pages) {
            throw elsewhere(job);
        }
        if (folder == null && job.isFinal()) {
            throw new HttpProblem(
                            410,
                            "RESULT_REMOVED",
                            "the result of job " + job.id() + " is no longer in the outbox",
                            "it was removed after shuttle.outbox.keep, or by hand; send the picture again")
                    .of(job.id().value());
        }
        return Optional.ofNullable(folder)
                .filter(place -> isIn(place, name))
                .map(place -> new Answer.Page(
                        "/outbox/" + outbox.root().relativize(place).toString().replace('\\', '/') + "/" + name))
                .orElseThrow(() -> new HttpProblem(
                                404,
                                "UNKNOWN_FILE",
                                "job " + job.id() + " has no file " + name,
                                "/api/jobs/{id} lists them")
                        .of(job.id().value()));
    }

    /** This node has no outbox: its results lie with those that have. */
    private HttpProblem elsewhere(Job job) {
        List<String> there = journal.knownNodes().stream()
                .filter(node -> node.does("pages"))
                .map(KnownNode::name)
                .toList();
        String who = there.isEmpty() ? "none of them is there now" : "there are " + String.join(", ", there);
        return new HttpProblem(
                        404,
                        "RESULT_ELSEWHERE",
                        "job " + job.id() + " has ended as " + job.state().name() + ", and this node has no outbox",
                        "ask a node with the role pages; " + who)
                .of(job.id().value());
    }

    private static boolean isIn(Path place, String name) {
        if (name.startsWith(".") || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
            return false;
        }
        return Files.isRegularFile(place.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** Cancels a job, at its next step. */
    public Answer cancel(Call call) {
        Job job = JobLookup.job(call, journal);
        if (job.isFinal()) {
            throw new HttpProblem(
                            409,
                            "ENDED",
                            "job " + job.id() + " has ended as " + job.state().name(),
                            "nothing to cancel")
                    .of(job.id().value());
        }
        journal.requestCancel(job.id());
        return Answer.json(202, JobView.of(job, outbox), Map.of());
    }

    /** One job's progress. */
    public Answer progress(Call call) {
        Job job = JobLookup.job(call, journal);
        boolean known = String.valueOf(job.version()).equals(call.header("Last-Event-ID"));
        return job.isFinal() && known
                ? Answer.empty(204)
                : new Answer.Events(events.of(job.id(), id -> journal.find(id).orElse(job)));
    }

    /** Every job's progress. */
    public Answer allProgress(Call call) {
        return new Answer.Events(events.all(call.header("Last-Event-ID")));
    }
}
