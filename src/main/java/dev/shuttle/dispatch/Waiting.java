package dev.shuttle.dispatch;

import dev.shuttle.disk.JobFolder;
import dev.shuttle.job.Job;
import dev.shuttle.job.JobId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs that cannot go on just now: the cloud is held, the disk is full, the journal is away. They are safe in their folder
 * and in the journal; here are only their names, until they are taken up again.
 */
public final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

    private final Recovery recovery;
    private volatile boolean stopping;
    private final Set<JobId> names = ConcurrentHashMap.newKeySet();

    /** Takes jobs up again the way a restart would. */
    public Waiting(Recovery recovery) {
        this.recovery = recovery;
    }

    /** Sets a job aside. */
    public void park(Job job) {
        names.add(job.id());
    }

    /**
     * Sets aside what broke through nobody's lasting fault.
     *
     * @param travelling the job, or its folder where it was not yet in the journal
     */
    public void parkAfter(Object travelling, Throwable failure) {
        JobId id;
        if (travelling instanceof Job job) {
            id = job.id();
        } else if (travelling instanceof JobFolder folder) {
            id = new JobId(folder.jobId());
        } else {
            LOG.atError().setCause(failure).log("a step broke before there was a job: {}", travelling);
            return;
        }
        names.add(id);
        if (stopping) {
            LOG.atInfo().addKeyValue("job", id).log("goes on with the next start");
            return;
        }
        LOG.atWarn()
                .addKeyValue("job", id)
                .addKeyValue("cause", failure.toString())
                .log("waits, will be taken up again");
    }

    /** The program is stopping: nothing is taken up again, and what breaks breaks because of it. */
    public void stop() {
        stopping = true;
    }

    /** The jobs that were set aside, taken up again. */
    public List<Job> due() {
        names.addAll(recovery.postponed());
        List<JobId> due = stopping ? List.of() : List.copyOf(names);
        due.forEach(names::remove);
        return due.stream().flatMap(id -> takeUp(id).stream()).toList();
    }

    private List<Job> takeUp(JobId id) {
        try {
            return recovery.takeUp(id).stream().toList();
        } catch (Exception stillNot) {
            LOG.atDebug().addKeyValue("job", id).setCause(stillNot).log("still waits");
            names.add(id);
            return List.of();
        }
    }
}
