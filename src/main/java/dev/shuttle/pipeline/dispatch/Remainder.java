package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/** What a node that takes nothing more still has to do: jobs that are its own, claims without a row, pictures that only it has. */
public final class Remainder {
    private final Path work;
    private final Journal journal;
    private final Duties duties;
    private final IntSupplier held;

    /**
     * Looks there.
     *
     * @param held how many open jobs the journal says this node has
     */
    public Remainder(Path work, Journal journal, Duties duties, IntSupplier held) {
        this.work = work;
        this.journal = journal;
        this.duties = duties;
        this.held = held;
    }

    /**
     * How many jobs are left.
     *
     * @throws dev.shuttle.pipeline.job.JournalException where the journal is away
     */
    public int count() throws IOException {
        List<JobId> folders = Scan.folders(work);
        Map<JobId, Optional<Job>> rows = journal.find(folders);
        // What others go on with has left files here that nobody needs, but where this node alone has the picture.
        Set<JobId> others = duties.canLeave() ? journal.others(folders) : Set.of();
        int claims = (int) folders.stream()
                .filter(id -> !others.contains(id))
                .filter(id -> rows.getOrDefault(id, Optional.empty())
                        .filter(Job::isFinal)
                        .isEmpty())
                .count();
        return Math.max(claims, held.getAsInt());
    }
}
