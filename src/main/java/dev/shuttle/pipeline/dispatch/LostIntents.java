package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.cloud.EditRequest;
import dev.shuttle.pipeline.cloud.IntentFile;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Intent;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.BeforeTheEngine;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a job's folder knows of its way through the cloud and the journal does not, because the journal is new or was put back from a
 * copy: that a picture was sent, and the id of its task.
 */
final class LostIntents {
    private static final Logger LOG = LoggerFactory.getLogger(LostIntents.class);
    private static final String UNCERTAIN = "SUBMIT_UNCERTAIN";

    private final Function<Job, EditRequest> briefs;
    private final InstantSource clock;

    LostIntents(Function<Job, EditRequest> briefs, InstantSource clock) {
        this.briefs = briefs;
        this.clock = clock;
    }

    /**
     * The job as its folder has it; empty where the journal knows as much.
     *
     * @param job as the journal has it, or as it would be admitted where the journal does not know it
     * @param isKnown whether the journal knows it
     */
    Optional<Job> found(Job job, JobFolder folder, boolean isKnown) throws IOException {
        if (!(job.state() instanceof BeforeTheEngine state)) {
            return Optional.empty();
        }
        Optional<IntentFile> file;
        try {
            file = IntentFile.read(folder);
        } catch (IOException damaged) {
            if (damaged.getCause() == null) {
                throw damaged;
            }
            return state instanceof Admitted admitted
                    ? Optional.of(uncertain(job, admitted, "intent.json is damaged"))
                    : Optional.empty();
        }
        if (file.isPresent()) {
            return file.filter(intent -> isAhead(intent, job)).map(intent -> sent(job, intent));
        }
        boolean made = !isKnown && Files.exists(folder.cloudPicture());
        return made && state instanceof Admitted admitted
                ? Optional.of(uncertain(job, admitted, "the cloud made a picture of it"))
                : Optional.empty();
    }

    private static boolean isAhead(IntentFile file, Job job) {
        CloudTask task = job.cloud();
        if (file.task() != null) {
            return task == null || !file.task().equals(task.taskId());
        }
        Instant sent = file.intent().sent();
        if (job.state() instanceof Submitted submitted) {
            return submitted.since().isBefore(sent);
        }
        if (job.state() instanceof Running running) {
            return running.submittedAt().isBefore(sent);
        }
        // Where the service surely has nothing, the file is gone.
        Intent known = job.intent();
        return known == null || known.sent().isBefore(sent);
    }

    private Job sent(Job job, IntentFile file) {
        Intent intent = file.intent();
        if (file.task() == null) {
            LOG.atWarn()
                    .addKeyValue("job", job.id())
                    .log(
                            "was about to be sent, which the journal does not know: it is looked up before anything is sent");
            return job.in(new Submitting(intent.since(), intent.model())).withIntent(intent);
        }
        LOG.atWarn()
                .addKeyValue("job", job.id())
                .addKeyValue("task", file.task())
                .log("was sent, which the journal does not know: its task is gone on with");
        EditRequest brief = briefs.apply(job);
        CloudTask task = new CloudTask(
                intent.model(), brief.function(), brief.prompt(), file.task(), file.request(), intent.sent(), null, 0);
        return job.withCloud(task).withIntent(null).in(new Submitted(intent.sent(), intent.model(), file.task()));
    }

    /** It was sent, and what became of it is not known: it is not sent again. */
    private Job uncertain(Job job, Admitted state, String why) {
        LOG.atWarn()
                .addKeyValue("job", job.id())
                .addKeyValue("reason", UNCERTAIN)
                .log("takes the local road, for it may have been sent before and the journal does not know: {}", why);
        return job.in(state.locally(UNCERTAIN, clock.instant()));
    }
}
