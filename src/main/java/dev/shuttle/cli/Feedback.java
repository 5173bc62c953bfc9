package dev.shuttle.cli;

import dev.shuttle.ops.logging.Logs;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.report.outcome.Json;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** {@code --quiet} and {@code --json}: how a command reports what comes of the pictures. Otherwise a bar and a table for people. */
final class Feedback {
    @ArgGroup
    private Kind kind = new Kind();

    /** One of the two at most. */
    static final class Kind {
        @Option(
                names = {"-q", "--quiet"},
                description = "Print nothing but errors; the exit code tells.")
        private boolean quiet;

        @Option(names = "--json", description = "Print a line of JSON for each picture as it ends, and nothing else.")
        private boolean json;
    }

    boolean isJson() {
        return kind.json;
    }

    /** Whether a person reads along. */
    boolean isForPeople() {
        return !kind.quiet && !kind.json;
    }

    /** Sets the log to what goes beside this. */
    void settle() {
        if (isForPeople()) {
            Logs.quiet();
        } else {
            Logs.onlyErrors();
        }
    }

    /** Something only people want to read. */
    void say(PrintWriter out, String text) {
        if (isForPeople()) {
            out.println(text);
            out.flush();
        }
    }

    /** A picture has ended. */
    void ended(PrintWriter out, ResultTable results, Job job) {
        if (kind.json) {
            line(out, results.line(job));
        }
    }

    /** One value as a line, to programs only. */
    void line(PrintWriter out, Object value) {
        if (kind.json) {
            out.println(Json.line(value));
            out.flush();
        }
    }

    /** All have ended: the table, and the exit code that says whether all went well. */
    int ended(PrintWriter out, ResultTable results, List<Job> jobs) {
        if (isForPeople()) {
            out.print(results.of(jobs));
            out.flush();
        }
        boolean allWell = jobs.stream().allMatch(job -> job.state() instanceof JobState.Done);
        return allWell ? ShuttleCommand.DONE : ShuttleCommand.SOME_FAILED;
    }

    /**
     * A bar, on a terminal and for people only.
     *
     * @param pictures how many there will be; -1: not known
     */
    Bar bar(int pictures) {
        return Bar.of(pictures, isForPeople());
    }

    /** What a line shows of a point paper that went to a file of its own. */
    record Paper(
            String picture,
            String state,
            @Nullable String file,
            @Nullable String problem,
            @Nullable String hint) {}
}
