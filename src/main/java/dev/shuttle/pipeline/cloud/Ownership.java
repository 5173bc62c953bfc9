package dev.shuttle.pipeline.cloud;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.image.PictureHeader;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Intent;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.provider.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the picture of a task that was found in the list, rather than named in an answer, is its job's: it must look like the job's source,
 * and clearly more so than like any other picture that was sent about that time.
 */
final class Ownership {
    /** Different pictures seldom come to half of this, restyled ones to twice as much. */
    private static final double LIKE = 0.25;
    /** So much nearer than to the next. */
    private static final double CLEARLY = 0.1;
    /** What stands alone, for some source to compare with is gone. */
    private static final double UNMISTAKABLY = 0.5;

    private static final Duration ABOUT_THAT_TIME = Duration.ofMinutes(5);
    /** Where more were sent, those whose own answers were lost come first. */
    private static final int MOST_RIVALS = 100;

    /** Sides at which a picture is looked at; more would be averaged away. */
    private static final int ENOUGH_PIXELS = 400;

    private final Journal journal;
    private final Path work;
    private final Path outbox;
    private final Services services;

    Ownership(Journal journal, Path work, Path outbox, Services services) {
        this.journal = journal;
        this.work = work;
        this.outbox = outbox;
        this.services = services;
    }

    /** Why it is not certain that the picture is the job's; empty where it can. */
    Optional<String> doubt(Job job, byte[] result) throws IOException, PictureException {
        Picture picture = small(result);
        double own = likeness(job, job, picture, requireSource(job));
        if (own < LIKE) {
            return Optional.of(said(
                    "it does not look like %s (likeness %.2f)", job.source().name(), own));
        }
        boolean blind = false;
        for (Job rival : rivals(job)) {
            Optional<Path> source = source(rival);
            blind |= source.isEmpty();
            double others = source.isEmpty() ? 0 : likeness(job, rival, picture, source.get());
            if (others > own - CLEARLY) {
                return Optional.of(said(
                        "it could be made of %s as well (likeness %.2f, to %s %.2f)",
                        rival.source().name(), others, job.source().name(), own));
            }
        }
        return blind && own < UNMISTAKABLY
                ? Optional.of(said("not every picture of that time is there to compare with (likeness %.2f)", own))
                : Optional.empty();
    }

    private static String said(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }

    /** Other pictures that were sent about the time when this one's task was made. */
    private List<Job> rivals(Job job) {
        Intent intent = Objects.requireNonNull(job.intent(), "intent");
        return journal
                .intendedBetween(
                        intent.since().minus(ABOUT_THAT_TIME), intent.until().plus(ABOUT_THAT_TIME))
                .stream()
                .filter(rival -> !rival.id().equals(job.id()))
                // The same picture dropped twice: whichever task is taken, the design is right.
                .filter(rival ->
                        !Objects.equals(rival.source().sha256(), job.source().sha256()))
                .sorted(Comparator.comparing((Job rival) -> rival.intent() == null))
                .limit(MOST_RIVALS)
                .toList();
    }

    private double likeness(Job job, Job candidate, Picture result, Path source) throws IOException {
        try {
            Picture sent = small(Disk.read(source));
            Fit fit = Fit.of(
                    Objects.requireNonNullElse(candidate.source().width(), sent.width()),
                    Objects.requireNonNullElse(candidate.source().height(), sent.height()),
                    services.model(Objects.requireNonNull(job.cloud()).model()).picture());
            Picture made = fit.padded() ? Picture.of(fit.undo(result.toBufferedImage()), Rgb.WHITE) : result;
            return Likeness.of(made).to(Likeness.of(sent));
        } catch (PictureException unreadable) {
            return 0;
        }
    }

    private static Picture small(byte[] file) throws PictureException {
        PictureHeader header = PictureHeader.read(file);
        int factor = Math.max(1, Math.min(header.width(), header.height()) / ENOUGH_PIXELS);
        return Picture.decode(file, Rgb.WHITE, 1, Math.min(factor, 1024));
    }

    private Path requireSource(Job job) throws IOException {
        return JobFolder.of(work, job.id().value()).requirePicture();
    }

    /** In its job's folder while that is open, then in the outbox; empty where somebody took it away. */
    private Optional<Path> source(Job job) throws IOException {
        JobFolder folder = JobFolder.of(work, job.id().value());
        if (folder.source().isPresent()) {
            return Optional.of(folder.requirePicture());
        }
        Optional<Path> place = new Outbox(outbox).placeOf(job);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(place.get())) {
            return files.filter(file -> file.getFileName().toString().startsWith("source."))
                    .findFirst();
        }
    }
}
