package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.cloud.IntentFile;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.store.HandedOn;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Roles;
import dev.shuttle.settings.Roles.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which jobs this node goes on with, by its roles; the others it leaves to nodes that have them. */
public final class Duties {
    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);

    /** No shared folder shows a file later than that. */
    private static final Duration SOUGHT = Duration.ofMinutes(2);

    private final Roles roles;
    private final HandedOn files;
    private final Path work;
    private final boolean byMessage;
    private final InHand inHand;
    private final InstantSource clock;
    /** Since when each is out of reach that the store knows nothing of. */
    private final Map<JobId, Instant> missing = new ConcurrentHashMap<>();

    private final AtomicBoolean paused = new AtomicBoolean();
    private final AtomicBoolean draining = new AtomicBoolean();

    /**
     * By these roles; what is left to others is in the store first.
     *
     * @param byMessage whether a broker carries jobs to the nodes that go on with them
     * @param clock only passes
     */
    public Duties(Roles roles, HandedOn files, Path work, boolean byMessage, InHand inHand, InstantSource clock) {
        this.roles = roles;
        this.files = files;
        this.work = work;
        this.byMessage = byMessage;
        this.inHand = inHand;
        this.clock = clock;
    }

    /** Of a program that does everything, and has its files for itself. */
    public static Duties alone() {
        return new Duties(Roles.ALL, HandedOn.nothing(), Path.of(""), false, new InHand(), InstantSource.system());
    }

    HandedOn files() {
        return files;
    }

    boolean has(Role role) {
        return roles.has(role);
    }

    /** Whether it takes pictures in. */
    public boolean takesMore() {
        return roles.has(Role.INTAKE) && !paused.get() && !draining.get();
    }

    /** Whether it takes up what other nodes left. */
    boolean takesOver() {
        return files.isOn() && !paused.get() && !draining.get();
    }

    /** Takes nothing more on, or does again; what it has begun it goes on with. */
    public void pause(boolean off) {
        paused.set(off);
    }

    /** Takes nothing more on, and leaves what it has to others between two steps where they reach its files; or works on. */
    public void drain(boolean off) {
        draining.set(off);
    }

    /** Whether it takes up jobs whose message is missing: not while it leaves all to others. */
    public boolean takesUp() {
        return !(draining.get() && files.isOn());
    }

    /** Whether other nodes reach the files of this one's jobs. */
    public boolean canLeave() {
        return files.isOn();
    }

    /** What has a message is handed on by it; what waits without one would wait here for ever. */
    private boolean isLeftWhileDraining(Job job) throws IOException {
        boolean isHeld = job.state() instanceof Admitted admitted && admitted.heldBy() != null;
        return draining.get() && files.isOn() && (!byMessage || isHeld) && !files.isFinished(job.id());
    }

    /** Whether the next step is this node's; to hand a job on by message is every node's. */
    boolean has(Job job) throws IOException {
        if (job.isFinal()) {
            return true;
        }
        if (isLeftWhileDraining(job)) {
            return false;
        }
        if (roles.isAll()) {
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
        inHand.left(job.id());
    }

    /** Whether the files can be had here of a job that was handed on. What is here of an earlier sending is removed. */
    public Reach reach(Job job) {
        JobId id = job.id();
        try {
            files.fetch(id);
            JobFolder folder = JobFolder.of(work, id.value());
            if (folder.source().isPresent()) {
                missing.remove(id);
                IntentFile.clearOlder(folder, job);
                return Reach.HERE;
            }
            return isGone(id) ? Reach.GONE : Reach.NOT_NOW;
        } catch (IOException notNow) {
            LOG.atWarn().addKeyValue("job", id).log("is left to its node: {}", FileErrors.of(notNow));
            return Reach.NOT_NOW;
        }
    }

    /**
     * Whether a job's picture, which is not in this work folder, is nowhere else. One that the store knows nothing of may be in the
     * folder of a node that has not handed it on yet, and a shared folder may show a file late: so it is looked for again for a while.
     *
     * @throws IOException where the store cannot be asked
     */
    boolean isGone(JobId id) throws IOException {
        if (!files.isOn()) {
            return true;
        }
        if (files.has(id) || files.isFinished(id)) {
            missing.remove(id);
            return false;
        }
        Instant since = missing.computeIfAbsent(id, first -> clock.instant());
        boolean isGone = clock.instant().isAfter(since.plus(SOUGHT));
        if (isGone) {
            missing.remove(id);
        }
        return isGone;
    }
}
