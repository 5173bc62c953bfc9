package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one look through {@code work/} before anything new is claimed or sent: a few questions to the journal, however many jobs. */
final class Scan {
    private static final Logger LOG = LoggerFactory.getLogger(Scan.class);
    private static final Turn OTHERS = Turn.UNDER_WAY;

    /** What was sent comes first: nothing new may be sent before it is known what became of it, and results are not kept for long. */
    private enum Turn {
        INTENT,
        TASK,
        UNDER_WAY,
        NEW
    }

    private final Path work;
    private final Journal journal;
    private final Admission admission;
    private final LostIntents intents;
    private final CutShort claims;
    private final Map<JobId, Turn> turns = new HashMap<>();
    private final List<Job> ahead = new ArrayList<>();

    Scan(Path work, Journal journal, Admission admission, LostIntents intents, CutShort claims) {
        this.work = work;
        this.journal = journal;
        this.admission = admission;
        this.intents = intents;
        this.claims = claims;
    }

    /**
     * Takes back claims that were cut short, enters in the journal what was sent and what was fetched without its knowing, and gives the
     * jobs that go on in the order of their turns.
     *
     * @param unsure where jobs go whose folder cannot be read now
     */
    List<JobId> look(Set<JobId> unsure) throws IOException {
        List<JobId> folders = folders(work);
        Map<JobId, Optional<Job>> rows = journal.find(folders);
        Set<JobId> others = journal.others(folders);
        for (JobId id : folders) {
            try {
                look(id, rows, others.contains(id));
            } catch (IOException e) {
                LOG.atError().addKeyValue("job", id).log("cannot be recovered now: {}", FileErrors.of(e));
                unsure.add(id);
            }
        }
        if (!ahead.isEmpty()) {
            journal.overwrite(ahead);
        }
        journal.unfinishedIds().forEach(id -> turns.putIfAbsent(id, OTHERS));
        turns.keySet().removeAll(unsure);
        return turns.keySet().stream()
                .sorted(Comparator.comparing((JobId id) -> turns.getOrDefault(id, OTHERS))
                        .thenComparing(JobId::value))
                .toList();
    }

    /**
     * Of a job that others went on with, the journal knows more than what they left here.
     *
     * @param rows by job, without a job where the row cannot be read
     */
    private void look(JobId id, Map<JobId, Optional<Job>> rows, boolean isOthers) throws IOException {
        JobFolder folder = JobFolder.of(work, id.value());
        if (!rows.containsKey(id)) {
            withoutRow(id, folder);
            return;
        }
        Optional<Job> row = Objects.requireNonNull(rows.get(id));
        if (row.isEmpty() || row.get().isFinal()) {
            turns.put(id, OTHERS);
        } else {
            Optional<Job> sent = isOthers ? Optional.empty() : intents.found(row.get(), folder, true);
            sent.ifPresent(ahead::add);
            turns.put(id, turn(sent.orElse(row.get())));
        }
    }

    private void withoutRow(JobId id, JobFolder folder) throws IOException {
        Job rebuilt = admission.rebuilt(folder);
        Optional<Job> sent = intents.found(rebuilt, folder, false);
        if (sent.isEmpty() && claims.takesBack(folder)) {
            return;
        }
        if (sent.isPresent()) {
            // Whoever settles its intent goes by the journal alone, and compares the pictures.
            ahead.add(folder.source().isPresent() ? admission.seen(sent.get(), folder) : sent.get());
        } else if (rebuilt.source().arrival() != null) {
            // Until it is in the journal, a file that was fetched would be fetched again.
            ahead.add(rebuilt);
        }
        turns.put(id, turn(sent.orElse(rebuilt)));
    }

    private static Turn turn(Job job) {
        JobState state = job.state();
        if (state instanceof Submitting) {
            return Turn.INTENT;
        }
        if (state instanceof Submitted || state instanceof Running) {
            return Turn.TASK;
        }
        return state instanceof Admitted ? Turn.NEW : Turn.UNDER_WAY;
    }

    static List<JobId> folders(Path work) throws IOException {
        List<JobId> ids = new ArrayList<>();
        try (var folders = Files.newDirectoryStream(
                work, folder -> JobId.isOne(folder.getFileName().toString()))) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    ids.add(new JobId(folder.getFileName().toString()));
                }
            }
        }
        return ids;
    }
}
