package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.OpenIntent;
import dev.shuttle.pipeline.job.OpenIntent.Sender;
import dev.shuttle.pipeline.job.RefusedWriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures that came with an answer and are on the disk while the journal does not know it, for the program ended in between. Such a file
 * is the last intent's: each new one begins without.
 */
record KeptAnswers(Function<Job, EditRequest> briefs, Journal journal, Path work) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);

    /** Before the intent is written: what an earlier one left is not this one's answer. */
    void begin(Job job) throws IOException {
        Files.deleteIfExists(file(job));
    }

    /** Jobs of this program whose picture is here go on with it; nobody need be asked for them. Gives the others. */
    List<OpenIntent> withoutThem(List<OpenIntent> open, Instant now) {
        List<OpenIntent> others = new ArrayList<>();
        for (OpenIntent each : open) {
            if (each.sender() == Sender.HERE && Files.isRegularFile(file(each.job()))) {
                goOn(each.job(), now);
            } else {
                others.add(each);
            }
        }
        return others;
    }

    /** As if the journal had been told in time. */
    private void goOn(Job job, Instant now) {
        Submitting state = (Submitting) job.state();
        LOG.atInfo().addKeyValue("job", job.id()).log("its picture came with the answer and is on the disk");
        EditRequest brief = briefs.apply(job);
        CloudTask task = new CloudTask(
                        state.model(), brief.function(), brief.prompt(), null, null, state.since(), null, 0)
                .finished(now);
        try {
            journal.settle(job.in(state.answered(SubmitStep.WITH_THE_ANSWER, now))
                    .withCloud(task)
                    .withIntent(null));
        } catch (RefusedWriteException e) {
            LOG.atInfo().addKeyValue("job", job.id()).log("went on elsewhere while its picture was looked for");
        }
    }

    private Path file(Job job) {
        return JobFolder.of(work, job.id().value()).cloudAnswer();
    }
}
