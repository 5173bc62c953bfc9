package dev.shuttle.provider.dashscope;

import dev.shuttle.provider.Advice;
import dev.shuttle.provider.Claims;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.Downloader;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.LookUp;
import dev.shuttle.provider.Model;
import dev.shuttle.provider.OwnCode;
import dev.shuttle.provider.PollPolicy;
import dev.shuttle.provider.Provider;
import dev.shuttle.provider.ResultPicture;
import dev.shuttle.provider.Sleeper;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.SubmitIntent;
import dev.shuttle.provider.TaskStatus;
import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The service, as Shuttle uses it. Thread-safe; one for the whole program.
 *
 * <p>Methods block while they wait for the limiter, for an answer and between repeats; none waits without an end. Submits and polls are
 * exchanges of routes, which call a method here for each step.
 */
public final class DashScope implements Provider {
    private final Calls calls;
    private final Submitter submitter;
    private final TaskCalls tasks;
    private final Searcher searcher;
    private final Downloader downloader;
    private final PollPolicy polls;

    /** What a person can do about an error that was kept: one of the service, or one of our own. */
    public static Advice advice(String code, String message, int http) {
        return OwnCode.named(code)
                .map(OwnCode::advice)
                .orElseGet(() -> ErrorTable.classify(code, message, http).advice());
    }

    /** One whose waits are measured by the clock itself. */
    public DashScope(
            DashScopeSettings settings,
            Wire wire,
            Limiter limiter,
            InstantSource clock,
            RandomGenerator random,
            Sleeper sleeper) {
        this(settings, wire, limiter, clock, clock, random, sleeper);
    }

    /**
     * The client of one account.
     *
     * @param limiter the program's one, since rates are counted per account
     * @param steady only passes; waits for tasks are measured by it
     */
    public DashScope(
            DashScopeSettings settings,
            Wire wire,
            Limiter limiter,
            InstantSource clock,
            InstantSource steady,
            RandomGenerator random,
            Sleeper sleeper) {
        calls = new Calls(settings, wire, clock, random, sleeper);
        submitter = new Submitter(settings, calls, limiter);
        tasks = new TaskCalls(calls, limiter);
        searcher = new Searcher(tasks, calls, settings.lookUpGrace());
        downloader = new Downloader(settings.results(), calls);
        polls = settings.polls(clock, steady, random);
    }

    @Override
    public String name() {
        return "dashscope";
    }

    @Override
    public Model model(String name) {
        return Models.named(name);
    }

    /** The mapper by which the routes write and read its JSON. */
    @Override
    public Map<String, Object> beans() {
        return Map.of("dashscopeJson", DashScopeJson.mapper());
    }

    @Override
    public PollPolicy polls() {
        return polls;
    }

    @Override
    public Instant beginSubmit(Model model) {
        return submitter.begin(model);
    }

    @Override
    public boolean mayRepeat(SubmitAnswer answer, int before) {
        CloudError error = answer.error();
        return error != null && answer.isRefusal() && calls.mayRepeat(error, before);
    }

    @Override
    public void pause(CloudError error, int before) {
        calls.pause(error, before);
    }

    /** The documented body, as a map. */
    public Map<String, Object> request(Submission submission) {
        return SubmissionBody.of(submission);
    }

    /**
     * The request with that body, its headers and the key.
     *
     * @throws CloudException if there is no key
     */
    public WireRequest post(Submission submission, byte[] json) {
        return submitter.post(submission, json);
    }

    /** An asynchronous model's answer: a task, or why there is none. */
    public SubmitAnswer accepted(Submission submission, WireAnswer answer, Map<String, Object> json) {
        return submitter.accepted(submission.model(), calls.read(answer, json, Stage.SUBMIT));
    }

    /** A synchronous model's answer: a picture, or why there is none. */
    public SubmitAnswer done(Submission submission, WireAnswer answer, Map<String, Object> json) {
        return submitter.done(submission.model(), calls.read(answer, json, Stage.SUBMIT));
    }

    /** An answer that names an error: refused, or lost where it leaves open whether a task was made. */
    public SubmitAnswer declined(Submission submission, WireAnswer answer, Map<String, Object> json) {
        return submitter.declined(submission.model(), calls.read(answer, json, Stage.SUBMIT));
    }

    /**
     * The exchange broke off.
     *
     * @param sent whether it had begun; null where it had not
     * @param answer what came, if anything did: then it is no JSON object
     */
    public SubmitAnswer failed(
            Submission submission, @Nullable Boolean sent, @Nullable WireAnswer answer, Throwable failure) {
        return answer == null
                ? submitter.failed(submission.model(), sent != null, failure)
                : submitter.read(submission.model(), calls.read(answer, Stage.SUBMIT));
    }

    /**
     * Waits for the account's rate; then the request that asks for a task.
     *
     * @throws CloudException if there was no permit in time, or there is no key
     */
    public WireRequest taskRequest(String taskId) {
        return tasks.taskRequest(taskId);
    }

    /** A task that SUCCEEDED: its picture's address, or why there is none. */
    public TaskStatus taskSucceeded(String taskId, WireAnswer answer, Map<String, Object> json) {
        return StatusReader.succeeded(taskId, calls.read(answer, json, Stage.POLL));
    }

    /** A task that FAILED, and why. */
    public TaskStatus taskFailed(String taskId, WireAnswer answer, Map<String, Object> json) {
        return StatusReader.failed(taskId, calls.read(answer, json, Stage.POLL));
    }

    /** Any other state the service names. */
    public TaskStatus taskState(String taskId, WireAnswer answer, Map<String, Object> json) {
        return StatusReader.read(taskId, calls.read(answer, json, Stage.POLL));
    }

    /** No state was had: the exchange broke off, or what came is no JSON object. */
    public TaskStatus taskUnread(String taskId, @Nullable WireAnswer answer, Throwable failure) {
        return answer == null
                ? new TaskStatus.Unread(taskId, calls.failure(failure, Stage.POLL))
                : StatusReader.read(taskId, calls.read(answer, Stage.POLL));
    }

    /**
     * All tasks of the account that were submitted between two instants at most 24 hours apart.
     *
     * @param model only this one's, or null for all
     * @throws CloudException once repeats do not help
     */
    public List<ListedTask> list(Instant from, Instant to, @Nullable String model) {
        return tasks.list(from, to, model);
    }

    @Override
    public boolean cancel(String taskId) {
        return tasks.cancel(taskId);
    }

    @Override
    public List<LookUp> lookUp(List<SubmitIntent> open, Supplier<Claims> claims) {
        return searcher.lookUp(open, claims);
    }

    @Override
    public ResultPicture download(String url) {
        return downloader.download(url);
    }
}
