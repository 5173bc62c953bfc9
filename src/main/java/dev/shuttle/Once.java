package dev.shuttle;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits until nothing is left to do, shows how it goes, and tells what came of it. */
final class Once {
    private static final Duration LOOK = Duration.ofMillis(200);

    private Once() {}

    /** Waits for an empty inbox and final jobs; the exit code says whether all went well. */
    static int await(Program program, Feedback feedback, PrintWriter out) throws InterruptedException {
        ResultTable results = new ResultTable(program.outbox());
        try (Bar bar = feedback.bar(-1)) {
            program.progress().onEnd(job -> {
                bar.step(job.source().name());
                feedback.ended(out, results, job);
            });
            // Not a wait for a state of this process only: files may still arrive while we look.
            CountDownLatch never = new CountDownLatch(1);
            while (!program.isIdle()) {
                never.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        return feedback.ended(out, results, program.progress().all());
    }
}
