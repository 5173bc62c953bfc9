package dev.shuttle.dashscope;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The service, as Shuttle uses it. Thread-safe; one for the whole program.
 *
 * <p>Methods block while they wait for the limiter, for an answer and between repeats; none waits without an end.
 */
public final class DashScope {
    private final Submitter submitter;
    private final TaskCalls tasks;
    private final Searcher searcher;
    private final Downloader downloader;

    /** @param limiter the program's one, since rates are counted per account */
    public DashScope(
            DashScopeSettings settings,
            Wire wire,
            Limiter limiter,
            InstantSource clock,
            RandomGenerator random,
            Sleeper sleeper) {
        Calls calls = new Calls(settings, wire, clock, random, sleeper);
        submitter = new Submitter(settings, calls, limiter);
        tasks = new TaskCalls(calls, limiter, settings.requestTimeout());
        searcher = new Searcher(tasks, calls, settings.lookUpGrace());
        downloader = new Downloader(settings, calls);
    }

    /**
     * Sends a picture. It is sent again only after errors that say it was not accepted; a lost answer ends the call.
     *
     * @param sending hears of each try before it goes out
     */
    public SubmitAnswer submit(Submission submission, Sending sending) {
        return submitter.submit(submission, sending);
    }

    /**
     * Asks for a task, once.
     *
     * @throws CloudException if there is no readable answer; {@link Polling#failed} says whether that will pass
     */
    public TaskStatus poll(String taskId) {
        return tasks.poll(taskId);
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

    /**
     * Cancels a task.
     *
     * @return false if it was no longer waiting, which is the usual case
     * @throws CloudException once repeats do not help
     */
    public boolean cancel(String taskId) {
        return tasks.cancel(taskId);
    }

    /**
     * Looks up submissions whose answers were lost: all that are open, at once, and never in two threads, or two could adopt one task.
     *
     * @param claims what else is known of the account's tasks
     * @return what became of each, in their order
     * @throws CloudException if the list cannot be had; then nothing is known and nothing may be sent again
     */
    public List<LookUp> lookUp(List<SubmitIntent> open, Supplier<Claims> claims) {
        return searcher.lookUp(open, claims);
    }

    /**
     * Fetches a result and checks that it is a picture.
     *
     * @param url exactly as the service gave it
     * @throws CloudException with a code that begins with {@code RESULT_}
     */
    public ResultPicture download(String url) {
        return downloader.download(url);
    }
}
