package dev.shuttle;

import dev.shuttle.job.Job;
import dev.shuttle.job.JobState;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine;

/** Waits until nothing is left to do, shows how it goes, and tells what came of it. */
final class Once {
    private static final Duration LOOK = Duration.ofMillis(200);

    private Once() {}

    /** Waits for an empty inbox and final jobs; the exit code says whether all went well. */
    static int await(Program program, PrintWriter out) throws InterruptedException {
        try (ProgressBar bar = bar()) {
            program.progress().onEnd(job -> {
                if (bar != null) {
                    bar.step();
                    bar.setExtraMessage(job.source().name());
                }
            });
            // Not a wait for a state of this process only: files may still arrive while we look.
            CountDownLatch never = new CountDownLatch(1);
            while (!program.isIdle()) {
                never.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        List<Job> ended = program.progress().all();
        out.print(new ResultTable(program.outbox()).of(ended));
        out.flush();
        boolean allWell = ended.stream().allMatch(job -> job.state() instanceof JobState.Done);
        return allWell ? Shuttle.DONE : Shuttle.SOME_FAILED;
    }

    private static @org.jspecify.annotations.Nullable ProgressBar bar() {
        return !CommandLine.Help.Ansi.AUTO.enabled()
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("pictures")
                        .setInitialMax(-1)
                        .hideEta()
                        .clearDisplayOnFinish()
                        .build();
    }
}
