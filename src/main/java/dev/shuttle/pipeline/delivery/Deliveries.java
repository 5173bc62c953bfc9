package dev.shuttle.pipeline.delivery;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.publish.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is owed to the server that results go to: one empty file a job in {@code work/deliveries}, made before the job is
 * published and deleted when its folder has arrived. So neither a kill nor a server that is away loses a delivery, and none
 * of them is the job's fault.
 */
public final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Path owed;
    private final boolean isOn;
    private final Outbox outbox;
    private final Journal journal;
    private final Patience patience;
    private final Shutdown shutdown;

    /**
     * Deliveries of one outbox.
     *
     * @param isOn whether there is a server to deliver to
     */
    public Deliveries(Path work, boolean isOn, Outbox outbox, Journal journal, Patience patience, Shutdown shutdown) {
        this.owed = work.resolve("deliveries");
        this.isOn = isOn;
        this.outbox = outbox;
        this.journal = journal;
        this.patience = patience;
        this.shutdown = shutdown;
    }

    /** Notes that this job's folder, about to be published, is to be delivered. */
    public Job owe(Job job) throws IOException {
        Path note = note(job.id());
        if (isOn && !Files.exists(note)) {
            Modes.ownersFolder(owed);
            Disk.write(note, new byte[0]);
            Disk.forceFolder(owed);
        }
        return job;
    }

    /** What may be tried now, oldest job first; ends early where the server turns out to be away, or the program stops. */
    public Iterator<Delivery> due() throws IOException {
        Iterator<JobId> ids = ids().iterator();
        return new Iterator<>() {
            private @Nullable Delivery next;

            @Override
            public boolean hasNext() {
                if (shutdown.hasBegun() || patience.isServerAway()) {
                    return false;
                }
                while (next == null && ids.hasNext()) {
                    next = ready(ids.next()).orElse(null);
                }
                return next != null;
            }

            @Override
            public Delivery next() {
                Delivery now = hasNext() ? next : null;
                if (now == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return now;
            }
        };
    }

    /** It has arrived whole. */
    public void delivered(Delivery delivery) throws IOException {
        Files.deleteIfExists(note(delivery.id()));
        patience.arrived(delivery.id());
        LOG.atInfo()
                .addKeyValue("job", delivery.id())
                .addKeyValue("name", delivery.name())
                .log("delivered");
    }

    /** It has not; it stays owed. */
    public void failed(Delivery delivery, Fault fault) {
        if (!shutdown.hasBegun() && patience.failed(delivery.id(), fault)) {
            LOG.atWarn()
                    .addKeyValue("job", delivery.id())
                    .addKeyValue("code", fault.code())
                    .log("not delivered, is tried again: {}; {}", fault.message(), fault.hint());
        }
    }

    /** Whether a job's folder has not arrived yet. */
    public boolean isOwed(JobId id) {
        return Files.exists(note(id));
    }

    /** Whether each that is owed was tried at least once. */
    public boolean isSettled() {
        try {
            return !isOn || patience.isServerAway() || ids().stream().allMatch(patience::hasTried);
        } catch (IOException e) {
            return true;
        }
    }

    private Optional<Delivery> ready(JobId id) {
        if (patience.isWaiting(id)) {
            return Optional.empty();
        }
        Job job = journal.find(id).orElse(null);
        if (job != null && !job.isFinal()) {
            return Optional.empty();
        }
        Path folder = job == null ? null : outbox.placeOf(job).orElse(null);
        if (folder == null) {
            drop(id);
            return Optional.empty();
        }
        String name = outbox.root().relativize(folder).toString().replace('\\', '/');
        return Optional.of(new Delivery(id, folder, name));
    }

    private void drop(JobId id) {
        LOG.atWarn().addKeyValue("job", id).log("cannot be delivered any more: it is no longer in the outbox");
        try {
            Files.deleteIfExists(note(id));
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("stays owed");
        }
    }

    private Path note(JobId id) {
        return owed.resolve(id.value());
    }

    private List<JobId> ids() throws IOException {
        if (!Files.isDirectory(owed)) {
            return List.of();
        }
        try (Stream<Path> notes = Files.list(owed)) {
            return notes.map(note -> note.getFileName().toString())
                    .filter(JobId::isOne)
                    .sorted()
                    .map(JobId::new)
                    .toList();
        }
    }
}
