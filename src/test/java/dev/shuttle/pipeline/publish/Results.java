package dev.shuttle.pipeline.publish;

import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.report.outcome.Road;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mill with a work folder and an outbox, in which jobs stand as their stages leave them. */
public record Results(Path work, Outbox outbox) {
    /** Makes the folders. */
    public static Results in(Path folder) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        return new Results(work, new Outbox(Files.createDirectories(folder.resolve("outbox"))));
    }

    /** The job's folder with its picture. */
    public JobFolder claimed(Job job) throws IOException {
        JobFolder folder = JobFolder.of(work, job.id().value());
        Path picture = folder.root().resolve("inbox").resolve(job.source().name());
        Files.createDirectories(picture.getParent());
        Files.writeString(picture, "the original bytes");
        return folder;
    }

    /** A job whose picture the loom engine has made. */
    public Job converted(Job job) throws IOException {
        JobFolder folder = claimed(job);
        Files.createDirectories(folder.out());
        Files.writeString(folder.out().resolve(job.source().stem() + ".pointpaper.png"), "the loom image");
        return job.in(new Converting(Jobs.NOON, Road.LOCAL, "NO_KEY"));
    }
}
