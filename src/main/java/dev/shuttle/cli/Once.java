package dev.shuttle.cli;

import dev.shuttle.app.Idleness.Standing;
import dev.shuttle.app.Program;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobEvents;
import dev.shuttle.pipeline.publish.Outbox;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program that ends when nothing is left to do, or nothing that can be done now: its progress, and its result. */
final class Once {
    private static final Duration LOOK = Duration.ofMillis(200);

    /** For a minute a journal or a disk may be away. */
    private static final int BLIND_LOOKS = 300;

    private final Feedback feedback;
    private final PrintWriter out;
    private final ResultTable results;
    private final List<Job> ended = new CopyOnWriteArrayList<>();
    private volatile @Nullable Bar bar;

    /**
     * Follows what a program announces from its start on.
     *
     * @param outbox where its results will be
     */
    Once(Outbox outbox, JobEvents events, Feedback feedback, PrintWriter out) {
        this.feedback = feedback;
        this.out = out;
        this.results = new ResultTable(outbox);
        events.onEnd(this::ended);
    }

    private void ended(Job job) {
        ended.add(job);
        Bar shown = bar;
        if (shown != null) {
            shown.step(job.source().name());
        }
        feedback.ended(out, results, job);
    }

    /** Waits for an empty inbox and final jobs; the exit code says whether all went well. */
    int await(Program program) throws InterruptedException {
        try (Bar shown = feedback.bar(-1)) {
            bar = shown;
            // Not a wait for a state of this process only: files may still arrive while we look.
            CountDownLatch never = new CountDownLatch(1);
            int unknown = 0;
            for (Standing now = program.standing(); isToWait(now, unknown); now = program.standing()) {
                unknown = now == Standing.UNKNOWN ? unknown + 1 : 0;
                never.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
            bar = null;
        }
        int code = feedback.ended(out, results, ended);
        if (program.standing() == Standing.UNKNOWN) {
            feedback.say(
                    out,
                    "the work folder or the journal cannot be read any more; what is there goes on with the next run");
            return ShuttleCommand.SOME_FAILED;
        }
        List<String> undone = program.undone();
        undone.forEach(line -> feedback.say(out, line));
        return undone.isEmpty() ? code : ShuttleCommand.SOME_FAILED;
    }

    private static boolean isToWait(Standing now, int unknown) {
        return now == Standing.BUSY || (now == Standing.UNKNOWN && unknown < BLIND_LOOKS);
    }
}
