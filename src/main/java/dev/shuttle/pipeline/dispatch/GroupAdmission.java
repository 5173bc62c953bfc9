package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JournalException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters what was claimed from the inbox together in the journal together: ten thousand commits would take minutes. */
public final class GroupAdmission {
    private static final Logger LOG = LoggerFactory.getLogger(GroupAdmission.class);

    private final Admission admission;
    private final ParkedJobs waiting;

    /** What cannot be entered now waits there. */
    public GroupAdmission(Admission admission, ParkedJobs waiting) {
        this.admission = admission;
        this.waiting = waiting;
    }

    /** The jobs that were entered. */
    public List<Job> admit(List<JobFolder> claimed) {
        List<JobFolder> left = new ArrayList<>(claimed);
        try {
            List<Job> jobs = admission.admitAll(claimed, (folder, failure) -> {
                left.remove(folder);
                waiting.parkAfter(folder, failure);
            });
            jobs.forEach(GroupAdmission::log);
            return jobs;
        } catch (JournalException away) {
            left.forEach(folder -> waiting.parkAfter(folder, away));
            return List.of();
        }
    }

    static void log(Job job) {
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("file", job.source().name())
                .addKeyValue("preset", job.order().preset())
                .log("admitted");
    }
}
