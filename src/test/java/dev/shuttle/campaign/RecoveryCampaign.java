package dev.shuttle.campaign;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.ShuttleProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long a start with thousands of open jobs takes until the first of them moves: options {@code --jobs N}, {@code --journal kept} or
 * {@code lost}, {@code --folder DIR}.
 */
public final class RecoveryCampaign {
    private RecoveryCampaign() {}

    /** Prints milliseconds from the start of the process. */
    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        int jobs = options.number("jobs", 5776);
        boolean kept = options.text("journal", "kept").equals("kept");
        Path root = Path.of(options.text("folder", "/tmp/journal-trials")).resolve("recovery");
        Disk.deleteTree(root);
        Folder folder = new Folder(root);
        fill(folder, jobs, kept);
        long start = System.nanoTime();
        try (ShuttleProcess run = ShuttleProcess.start(folder.settings(), Map.of(), "run")) {
            for (String word : List.of("interrupted jobs go on", " - recovered", " - converted", " - done")) {
                run.awaitLine(line -> line.contains(word), 1);
                System.out.println((System.nanoTime() - start) / 1_000_000 + " ms: " + word.replace(" - ", ""));
            }
            run.awaitLine(line -> line.contains(" - recovered"), jobs);
            System.out.println((System.nanoTime() - start) / 1_000_000 + " ms: all recovered");
        }
        Disk.deleteTree(root);
    }

    private static void fill(Folder folder, int count, boolean kept) throws Exception {
        byte[] picture = Pictures.encoded(Pictures.picture(3, 64, 64), "png");
        Files.createDirectories(folder.work());
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Job job = Jobs.admitted("picture " + i + ".png", Instant.now().minusSeconds(i));
            jobs.add(i % 2 == 0 ? job : job.in(new Converting(Instant.now(), Road.LOCAL, "NO_KEY")));
            Path place = folder.work()
                    .resolve(job.id().value())
                    .resolve("inbox")
                    .resolve(job.source().name());
            Files.createDirectories(place.getParent());
            Files.write(place, picture);
        }
        if (kept) {
            try (JdbcJournal journal =
                    JdbcJournal.open("jdbc:sqlite:" + folder.work().resolve("journal.db"), null, null)) {
                journal.overwrite(jobs.stream()
                        .map(job -> job.in(new Admitted(job.admittedAt(), null)))
                        .toList());
                journal.overwrite(jobs);
            }
        }
    }
}
