package dev.shuttle.cli;

import dev.shuttle.app.Idleness.Standing;
import dev.shuttle.app.Program;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits until nothing is left to do, or nothing that can be done now, shows the progress, and prints the result. */
final class Once {
    private static final Duration LOOK = Duration.ofMillis(200);

    /** For a minute a journal or a disk may be away. */
    private static final int BLIND_LOOKS = 300;

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
            int unknown = 0;
            for (Standing now = program.standing(); isToWait(now, unknown); now = program.standing()) {
                unknown = now == Standing.UNKNOWN ? unknown + 1 : 0;
                never.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        int code = feedback.ended(out, results, program.progress().all());
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
