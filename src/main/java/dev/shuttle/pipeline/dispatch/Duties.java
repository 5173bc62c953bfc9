package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.cloud.IntentFile;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.store.HandedOn;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Roles;
import dev.shuttle.settings.Roles.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which jobs this node goes on with, by its roles; the others it leaves to nodes that have them. */
public final class Duties {
    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);

    private final Roles roles;
    private final HandedOn files;
    private final Path work;
    private final boolean byMessage;
    private final AtomicBoolean draining = new AtomicBoolean();

    /**
     * By these roles; what is left to others is in the store first.
     *
     * @param byMessage whether a broker carries jobs to the nodes that go on with them
     */
    public Duties(Roles roles, HandedOn files, Path work, boolean byMessage) {
        this.roles = roles;
        this.files = files;
        this.work = work;
        this.byMessage = byMessage;
    }

    /** Of a program that does everything, and has its files for itself. */
    public static Duties alone() {
        return new Duties(Roles.ALL, HandedOn.nothing(), Path.of(""), false);
    }

    HandedOn files() {
        return files;
    }

    boolean has(Role role) {
        return roles.has(role);
    }

    /** Whether it takes pictures in. */
    public boolean takesMore() {
        return roles.has(Role.INTAKE) && !draining.get();
    }

    /** Whether it takes up what other nodes left. */
    boolean takesOver() {
        return files.isOn() && !draining.get();
    }

    /** Takes nothing more on, or does again; what it has begun it goes on with. */
    public void drain(boolean off) {
        draining.set(off);
    }

    /** Whether the next step is this node's; to hand a job on by message is every node's. */
    boolean has(Job job) throws IOException {
        if (job.isFinal() || roles.isAll()) {
            return true;
        }
        if (files.isFinished(job.id())) {
            return roles.has(Role.PAGES);
        }
        return byMessage || roles.has(job.state() instanceof Converting ? Role.CONVERT : Role.CLOUD);
    }

    /** Leaves a job to others. The store has its files before they are deleted here, and they before nobody has it. */
    void leave(Journal journal, Job job) throws IOException {
        files.keep(job.id());
        Disk.deleteTree(JobFolder.of(work, job.id().value()).root());
        files.gone(job.id());
        journal.release(job.id());
    }

    /** Whether the files can be had here of a job that was handed on. What is here of an earlier sending is removed. */
    public boolean reaches(Job job) {
        if (!files.reaches(job.id())) {
            return false;
        }
        try {
            IntentFile.clearOlder(JobFolder.of(work, job.id().value()), job);
            return true;
        } catch (IOException notNow) {
            LOG.atWarn().addKeyValue("job", job.id()).log("is left to its node: {}", FileErrors.of(notNow));
            return false;
        }
    }
}
