package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.cloud.EditRequest;
import dev.shuttle.pipeline.cloud.IntentFile;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.intake.Unfinished;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Closed;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.pipeline.job.JobState.Open;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.Taken;
import dev.shuttle.pipeline.job.UnreadableRowException;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what a kill interrupted. The folders in {@code work/} are the truth about which files were claimed and which of them were sent, the
 * journal is the truth about what has been done with them.
 */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** At one look. */
    private static final int MOST_ABANDONED = 1000;

    private final Path work;
    private final Journal journal;
    private final Admission admission;
    private final Outbox outbox;
    private final Duties duties;
    private final LostIntents intents;
    private final CutShort claims;
    private final InstantSource clock;
    private final Set<JobId> postponed = ConcurrentHashMap.newKeySet();
    private List<JobId> interrupted = List.of();
    private final Shutdown shutdown;

    /**
     * Recovers jobs whose folder is here; other nodes of the same journal have theirs.
     *
     * @param outbox where results are that the journal may not know
     * @param duties which of them this node goes on with
     * @param briefs what a job would be sent to the cloud with
     */
    public Recovery(
            Path work,
            Path inbox,
            Journal journal,
            Admission admission,
            Outbox outbox,
            Duties duties,
            Function<Job, EditRequest> briefs,
            InstantSource clock,
            Shutdown shutdown) {
        this.work = work;
        this.journal = journal;
        this.admission = admission;
        this.outbox = outbox;
        this.duties = duties;
        this.intents = new LostIntents(briefs, clock);
        this.claims = new CutShort(work, inbox);
        this.clock = clock;
        this.shutdown = shutdown;
    }

    /** Looks through {@code work/}. To be done before anything new is claimed. */
    public void scan() throws IOException {
        interrupted = new Scan(work, journal, admission, intents, claims).look(postponed);
        if (!interrupted.isEmpty()) {
            LOG.info("{} interrupted jobs go on", interrupted.size());
        }
    }

    /** What the scan found, what was sent before what was not, older before younger; each is taken up on demand. */
    public Iterator<Job> interrupted() {
        Iterator<JobId> ids = interrupted.iterator();
        return new Iterator<>() {
            private @Nullable Job next;

            @Override
            public boolean hasNext() {
                while (next == null && ids.hasNext() && !shutdown.hasBegun()) {
                    next = recovered(ids.next()).orElse(null);
                }
                return next != null;
            }

            @Override
            public Job next() {
                Job job = hasNext() ? next : null;
                if (job == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return job;
            }
        };
    }

    /** Jobs that could not be taken up; each is named once. */
    Set<JobId> postponed() {
        Set<JobId> names = Set.copyOf(postponed);
        postponed.removeAll(names);
        return names;
    }

    private Optional<Job> recovered(JobId id) {
        try {
            Optional<Job> job = takeUp(id);
            job.ifPresent(Recovery::log);
            return job;
        } catch (IOException | RuntimeException e) {
            LOG.atError()
                    .addKeyValue("job", id)
                    .setCause(isPassing(e) ? null : e)
                    .log("cannot be recovered now, will be tried again: {}", FileErrors.of(e));
            postponed.add(id);
            return Optional.empty();
        }
    }

    /** What needs no stack to be understood: the disk or the journal. */
    private static boolean isPassing(Exception failure) {
        return failure instanceof JournalException || FileErrors.isOne(failure);
    }

    private static void log(Job job) {
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("state", job.state().name())
                .addKeyValue("task", job.cloud() == null ? null : job.cloud().taskId())
                .log("recovered");
    }

    void leave(Job job) throws IOException {
        duties.leave(journal, job);
    }

    Duties duties() {
        return duties;
    }

    Unfinished unfinished() {
        return admission.unfinished();
    }

    /** Whether no one has committed this job since. */
    boolean isCurrent(Job job) {
        return journal.find(job.id())
                .filter(known -> !known.isFinal() && known.version() == job.version())
                .isPresent();
    }

    /** One job, as the journal and its folder have it; empty where nothing is left to do. */
    Optional<Job> takeUp(JobId id) throws IOException {
        JobFolder folder = JobFolder.of(work, id.value());
        Job job;
        try {
            Optional<Job> known = journal.find(id);
            if (known.isEmpty()) {
                return claims.takesBack(folder) ? Optional.empty() : admission.readmit(folder);
            }
            job = known.get();
        } catch (UnreadableRowException damaged) {
            return isElsewhere(folder) ? Optional.empty() : Optional.of(unreadable(damaged, folder));
        }
        if (job.state() instanceof Closed end) {
            clear(job, end, folder);
            duties.files().gone(id);
            return Optional.empty();
        }
        boolean isHere = folder.source().isPresent()
                || outbox.placeOf(job).isPresent()
                || duties.files().has(id)
                || duties.files().isFinished(id)
                || !isElsewhere(folder);
        boolean isGone = !isHere && duties.files().isOn() && duties.isGone(id);
        boolean isOurs = isGone || (isHere && (duties.has(job) || Files.exists(folder.root())));
        boolean isOthers = !journal.others(List.of(id)).isEmpty();
        if (!isOurs || !(journal.take(id) instanceof Taken.Here taken)) {
            return Optional.empty();
        }
        if (isGone) {
            return Optional.of(withoutOriginal(taken.job()));
        }
        if (!duties.has(job)) {
            duties.leave(journal, taken.job());
            return Optional.empty();
        }
        Optional<Path> finished = duties.files().fetchFinished(id);
        if (finished.isPresent()) {
            return Optional.of(taken.job().in(Outbox.endIn(finished.get())));
        }
        duties.files().fetch(id);
        if (isOthers) {
            IntentFile.clearOlder(folder, taken.job());
        }
        return Optional.of(withItsFiles(taken.job(), folder));
    }

    private Job withItsFiles(Job job, JobFolder folder) throws IOException {
        if (folder.source().isPresent()) {
            return lookedAt(job, folder);
        }
        // Jobs that ended after the copy of the journal was made that is in use now: their folders went with their end.
        return outbox.placeOf(job).isPresent() ? job : withoutOriginal(job);
    }

    /** Jobs of nodes that are not there any more, whose files can be reached from here. */
    List<JobId> abandoned() {
        try {
            return journal.abandoned(MOST_ABANDONED).stream()
                    .filter(id -> duties.takesOver()
                            || Files.exists(JobFolder.of(work, id.value()).root()))
                    .toList();
        } catch (RuntimeException away) {
            // What is parked here is tried all the same.
            LOG.debug("jobs of other nodes cannot be looked for now", away);
            return List.of();
        }
    }

    /** Jobs of which there are files here, and that other nodes have ended. */
    List<JobId> endedElsewhere() {
        try {
            if (!journal.isShared()) {
                return List.of();
            }
            Set<JobId> others = journal.others(Scan.folders(work));
            return journal.find(others).values().stream()
                    .flatMap(Optional::stream)
                    .filter(Job::isFinal)
                    .map(Job::id)
                    .toList();
        } catch (IOException | RuntimeException away) {
            LOG.debug("what others have ended cannot be looked for now", away);
            return List.of();
        }
    }

    /** Another node's job, in a journal that several have. */
    private boolean isElsewhere(JobFolder folder) {
        return journal.isShared() && Files.notExists(folder.root());
    }

    /** Only an untouched job is judged again: what was good enough for the cloud stays good enough. */
    private Job lookedAt(Job job, JobFolder folder) throws IOException {
        if (job.state() instanceof Admitted && job.attempts().isEmpty()) {
            return admission.again(job, folder);
        }
        return job.source().sha256() == null ? admission.seen(job, folder) : job;
    }

    private void clear(Job job, Closed end, JobFolder folder) throws IOException {
        Optional<Path> source = folder.source();
        if (end instanceof Failed failed && failed.isSourceLost() && source.isPresent()) {
            outbox.complete(job, end, source.get());
            LOG.atWarn()
                    .addKeyValue("job", job.id())
                    .log("its original is there again, and now lies beside its report");
        }
        Disk.deleteTree(folder.root());
    }

    private Job unreadable(UnreadableRowException damaged, JobFolder folder) throws IOException {
        Job failed = damaged.remains().failed(admission.rebuilt(folder), clock.instant());
        LOG.atError().addKeyValue("job", failed.id()).log("ends, for what the journal has of it cannot be read");
        Job job = folder.source().isPresent() ? admission.seen(failed, folder) : failed;
        return outbox.endOf(job).map(job::in).orElse(job);
    }

    private Job withoutOriginal(Job job) {
        LOG.atError().addKeyValue("job", job.id()).log("ends, for its picture is no longer in {}", work);
        return job.in(((Open) job.state()).failed(job.sourceLost(), clock.instant()));
    }
}
