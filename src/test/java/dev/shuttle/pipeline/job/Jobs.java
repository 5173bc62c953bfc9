package dev.shuttle.pipeline.job;

import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.outcome.Timings;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Jobs as they are on their way, for tests. */
public final class Jobs {
    /** Noon in Chengdu. */
    public static final Instant NOON = Instant.parse("2026-01-15T04:00:00Z");

    private static final RandomGenerator RANDOM = new Random(7);

    private Jobs() {}

    /** A new job of this picture, admitted at noon under a name of its own. */
    public static Job admitted(String name) {
        return admitted(name, NOON);
    }

    /** The same, at another time. */
    public static Job admitted(String name, Instant at) {
        JobId id;
        synchronized (RANDOM) {
            id = JobId.next(at, RANDOM);
        }
        Source source = Source.arrived(name, Origin.INBOX, 1234).read(1234, "ab".repeat(32), "png", 600, 800);
        return Job.admitted(id, source, Order.preset("weaving_machine"), at);
    }

    /** One job in every state that is not final, with all that such a job may carry. */
    public static List<Job> inEveryOpenState() {
        Instant later = NOON.plusMillis(1500);
        CloudTask task =
                new CloudTask("wanx2.1-imageedit", "description_edit", "改成织锦图案", "task-1", "request-1", NOON, null, 3);
        Attempt attempt = new Attempt(
                "wanx2.1-imageedit", NOON, "submit", null, "CONNECT_FAILED", "no route", null, null, "RETRY");
        Job job = admitted("牡丹 peony.jpg");
        Running running = new Running(later, "wanx2.1-imageedit", "task-1", NOON, null);
        return List.of(
                job,
                admitted("held.png").in(new Admitted(NOON, "BREAKER_OPEN")),
                admitted("b.png").in(new Submitting(later, "wanx2.1-imageedit")).tried(attempt),
                admitted("c.png")
                        .in(new Submitted(later, "wanx2.1-imageedit", "task-1"))
                        .withCloud(task),
                admitted("d.png").in(running).withCloud(task.polled()),
                admitted("e.png")
                        .in(running.succeeded("https://results.example/e.png?Signature=s"))
                        .withCloud(task.finished(later)),
                admitted("f.png").in(new Running(later, "qwen-image-edit", null, later, "https://results.example/f")),
                admitted("g.png").in(new Converting(later, Road.LOCAL, "InternalError")),
                admitted("h.png")
                        .in(new Converting(later, Road.EMULATED, null))
                        .withTimings(Timings.NONE.withAdmit(3).addSubmit(20).addPoll(30)));
    }

    /** One job in every final state. */
    public static List<Job> inEveryFinalState() {
        Instant later = NOON.plusSeconds(9);
        Problem problem = new Problem("NOT_A_PICTURE", "x.txt: the first bytes", "save it as PNG");
        return List.of(
                admitted("done.png").in(new JobState.Done(later, Road.CLOUD, null)),
                admitted("local.png").in(new JobState.Done(later, Road.LOCAL, "NO_KEY")),
                admitted("rejected.png").in(new JobState.Rejected(later, problem)),
                admitted("failed.png").in(new JobState.Failed(later, problem)));
    }
}
