package dev.shuttle.app;

import dev.shuttle.pipeline.intake.Left;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JournalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a program that runs once has done what it can.
 *
 * @param work each job that is not final has its folder there
 */
public record Idleness(Path work, Wiring wiring) {
    /** How a program stands that is to end when all is done. */
    public enum Standing {
        BUSY,
        /** All is done. */
        IDLE,
        /** Only such jobs are left as cannot go on now, however often they were tried. */
        STUCK,
        /** The work folder or the journal cannot be read. */
        UNKNOWN
    }

    Standing standing() {
        try {
            List<JobId> open = open();
            if (!wiring.inbox().isEmpty() || !wiring.deliveries().isSettled()) {
                return Standing.BUSY;
            }
            if (!open.isEmpty()) {
                return wiring.waiting().stuck().containsAll(open) ? Standing.STUCK : Standing.BUSY;
            }
            boolean isTold = wiring.journal().unfinished().stream().noneMatch(wiring::isPublished);
            return isTold ? Standing.IDLE : Standing.BUSY;
        } catch (IOException | UncheckedIOException | JournalException cannotTell) {
            return Standing.UNKNOWN;
        }
    }

    /** What stands in the log, which nobody may have read. */
    List<String> undone() {
        List<String> undone = new ArrayList<>();
        for (Left left : wiring.inbox().inTrouble()) {
            undone.add("left in the inbox: " + left);
        }
        for (JobId id : wiring.waiting().stuck()) {
            undone.add("job " + id + " could not be finished now: "
                    + wiring.waiting().cause(id) + "; it is safe in " + work.resolve(id.value())
                    + " and goes on with the next run");
        }
        return undone;
    }

    /** Also claims that are not yet in the journal. */
    private List<JobId> open() throws IOException {
        try (Stream<Path> folders = Files.list(work)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(JobId::isOne)
                    .map(JobId::new)
                    .toList();
        }
    }
}
