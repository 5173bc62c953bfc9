package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.format.PicturePng;
import dev.shuttle.loom.harness.HarnessException;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.paper.PaperException;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.InstantSource;

/** Why the loom stage makes nothing of a job, in words for its user: the job as rejected or failed. */
record LoomProblems(InstantSource clock) {
    /** Why a job with a picture of the cloud's took the local road, or failed. */
    static final String NOT_CONVERTED = "RESULT_NOT_CONVERTED";

    Job canceled(Job job, Converting state) {
        return job.in(state.failed(job.canceled(), clock.instant()));
    }

    Job rejected(Job job, Converting state, PictureException e) {
        return rejected(job, state, new Problem(e.code(), named(job, e.message()), e.hint()));
    }

    Job rejected(Job job, Converting state, HarnessException e) {
        return rejected(job, state, new Problem(e.code(), named(job, e.message()), e.hint()));
    }

    /** A paper that cannot be woven as it is; where cells of it are at fault, they are shown. */
    Job refused(Job job, Converting state, PaperException e, JobFolder folder, RowBands bands) throws IOException {
        BufferedImage marked = e.marked();
        if (marked != null) {
            Disk.write(folder.marked(), PicturePng.indexed(marked, bands));
        }
        return rejected(job, state, new Problem(e.code(), named(job, e.message()), e.hint()));
    }

    Job tooLarge(Job job, Converting state) {
        Problem problem = new Problem(
                "DESIGN_TOO_LARGE",
                named(
                        job,
                        "the design has more than the " + Integer.MAX_VALUE
                                + " crossings of ends and picks, or bytes of a file, that can be held"),
                "halve the fabric's ends or picks, or choose fewer wefts");
        return rejected(job, state, problem);
    }

    /** This one did not fit beside what else was being made. */
    Job tooLittleMemory(Job job, Converting state) {
        Problem problem = new Problem(
                "OUT_OF_MEMORY",
                named(
                        job,
                        "there was not enough memory for this design, beside the others under way; the program has "
                                + (Runtime.getRuntime().maxMemory() >> 20) + " MB"),
                "give Java more memory (java -Xmx4g -jar …) or lower shuttle.concurrency, then: shuttle jobs retry "
                        + job.id() + "; or make the fabric smaller");
        return job.in(state.failed(problem, clock.instant()));
    }

    /** Where the settings give a job no local road. */
    Job withoutTheCloud(Job job, Converting state, String why) {
        Problem problem = new Problem(
                NOT_CONVERTED,
                named(job, "the cloud's picture cannot be converted: " + why),
                "the cloud's picture lies beside this report where there is one; retry the job, or set shuttle.fallback=local");
        return job.in(state.failed(problem, clock.instant()));
    }

    /** What the report says of the cloud's picture that came to nothing. */
    Attempt attempt(Job job, String why) {
        CloudTask task = job.cloud();
        return new Attempt(
                task == null ? "" : task.model(),
                clock.instant(),
                "convert",
                null,
                NOT_CONVERTED,
                why,
                task == null ? null : task.requestId(),
                task == null ? null : task.taskId(),
                "NEVER");
    }

    private Job rejected(Job job, Converting state, Problem problem) {
        return job.in(state.rejected(problem, clock.instant()));
    }

    private static String named(Job job, String message) {
        return job.source().name() + ": " + message;
    }
}
