package dev.shuttle.dispatch;

import dev.shuttle.disk.Disk;
import dev.shuttle.disk.JobFolder;
import dev.shuttle.intake.Admission;
import dev.shuttle.intake.Claim;
import dev.shuttle.intake.RemoteFiles;
import dev.shuttle.intake.Unfinished;
import dev.shuttle.job.Job;
import dev.shuttle.job.JobId;
import dev.shuttle.job.JobState.Admitted;
import dev.shuttle.job.Journal;
import dev.shuttle.job.JournalException;
import dev.shuttle.job.Source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what a kill interrupted. The folders in {@code work/} are the truth about which files are ours, the journal is the
 * truth about what has been done with them.
 */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Path work;
    private final Path inbox;
    private final Journal journal;
    private final Admission admission;
    private final Predicate<Job> isPublished;
    private List<Job> interrupted = List.of();
    private final List<JobFolder> unreadable = new ArrayList<>();

    /**
     * Recovers jobs whose folder is here; other nodes of the same journal have theirs.
     *
     * @param isPublished whether a job's result lies in the outbox
     */
    public Recovery(Path work, Path inbox, Journal journal, Admission admission, Predicate<Job> isPublished) {
        this.work = work;
        this.inbox = inbox;
        this.journal = journal;
        this.admission = admission;
        this.isPublished = isPublished;
    }

    /** Looks through {@code work/}. To be done before anything new is claimed. */
    public void scan() throws IOException {
        List<Job> found = new ArrayList<>();
        for (Path folder : folders()) {
            try {
                takeUp(new JobId(folder.getFileName().toString())).ifPresent(job -> {
                    LOG.atInfo()
                            .addKeyValue("job", job.id())
                            .addKeyValue("state", job.state().name())
                            .addKeyValue(
                                    "task",
                                    job.cloud() == null ? null : job.cloud().taskId())
                            .log("recovered");
                    found.add(job);
                });
            } catch (IOException e) {
                LOG.atError().addKeyValue("folder", folder).setCause(e).log("cannot be recovered now");
                unreadable.add(new JobFolder(folder));
            }
        }
        found.addAll(ended());
        interrupted = List.copyOf(found);
        if (!found.isEmpty()) {
            LOG.info("{} interrupted jobs go on", found.size());
        }
    }

    /** Jobs that ended after the copy of the journal was made that is in use now: their folders went with their end. */
    private List<Job> ended() {
        try {
            return journal.unfinished().stream()
                    .filter(job -> !Files.exists(work.resolve(job.id().value())) && isPublished.test(job))
                    .toList();
        } catch (JournalException e) {
            LOG.atError().setCause(e).log("the journal cannot be looked through now");
            return List.of();
        }
    }

    /** What the scan found, oldest first. */
    public List<Job> interrupted() {
        return interrupted;
    }

    /** Folders that could not be looked at now. */
    public List<JobFolder> unreadable() {
        return List.copyOf(unreadable);
    }

    Unfinished unfinished() {
        return admission.unfinished();
    }

    /** Whether nobody has committed this job since. */
    boolean isCurrent(Job job) {
        return journal.find(job.id())
                .filter(known -> !known.isFinal() && known.version() == job.version())
                .isPresent();
    }

    /** One job, as the journal and its folder have it; empty where nothing is left to do. */
    Optional<Job> takeUp(JobId id) throws IOException {
        JobFolder folder = JobFolder.of(work, id.value());
        Optional<Job> known = journal.find(id);
        if (known.isEmpty()) {
            if (folder.source().isEmpty() || isStillInTheInbox(folder)) {
                undo(folder);
                return Optional.empty();
            }
            return admission.readmit(folder);
        }
        Job job = known.get();
        if (job.isFinal()) {
            Disk.deleteTree(folder.root());
            return Optional.empty();
        }
        // Only an untouched job is looked at again: what was good enough for the cloud stays good enough.
        boolean untouched = job.state() instanceof Admitted && job.attempts().isEmpty();
        return Optional.of(untouched && folder.source().isPresent() ? admission.again(job, folder) : job);
    }

    private void undo(JobFolder folder) throws IOException {
        Path ticket = folder.ticket().orElse(null);
        String way = ticket == null
                ? "inbox"
                : folder.tickets().relativize(ticket).getName(0).toString();
        Origin from = Origin.valueOf(way.toUpperCase(Locale.ROOT));
        Claim.undo(folder, from == Origin.INBOX ? inbox : RemoteFiles.staging(work, from), from);
    }

    /** Onto another disk a claim is a copy and then a delete; cut short between the two, it has not happened. */
    private boolean isStillInTheInbox(JobFolder folder) throws IOException {
        Path source = folder.source().orElse(null);
        if (source == null) {
            return false;
        }
        Path path = folder.root().relativize(source);
        Path arrived = inbox.resolve(path.subpath(1, path.getNameCount()));
        return path.startsWith("inbox")
                && Files.isRegularFile(arrived, LinkOption.NOFOLLOW_LINKS)
                && Files.size(arrived) == Files.size(source)
                && Disk.sha256(arrived).equals(Disk.sha256(source));
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(work)) {
            return folders.filter(folder -> JobId.isOne(folder.getFileName().toString()))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }
}
