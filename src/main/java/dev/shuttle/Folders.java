package dev.shuttle;

import dev.shuttle.job.Job;
import dev.shuttle.job.JobState;
import dev.shuttle.outbox.Outbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What {@code convert} does with finished folders. */
final class Folders {
    private Folders() {}

    /** Moves a result's files into a folder that may hold others; {@code report.json}, last, says that all are there. */
    static void moveInto(Path result, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files;
        try (Stream<Path> listed = Files.list(result)) {
            files = listed.sorted(java.util.Comparator.comparing(
                            file -> file.getFileName().toString().equals("report.json")))
                    .toList();
        }
        for (Path file : files) {
            Files.move(file, folder.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Shows what came of the pictures; the exit code says whether all went well. */
    static int tell(List<Job> ended, Outbox outbox, boolean direct, PrintWriter out) {
        out.print(direct ? ResultTable.in(outbox.root()).of(ended) : new ResultTable(outbox).of(ended));
        out.flush();
        boolean allWell = ended.stream().allMatch(job -> job.state() instanceof JobState.Done);
        return allWell ? Shuttle.DONE : Shuttle.SOME_FAILED;
    }
}
