package dev.shuttle.pipeline.cloud;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.work.Deadline;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Fit;
import dev.shuttle.provider.PictureCheck;
import dev.shuttle.provider.Providers;
import dev.shuttle.provider.ResultPicture;
import dev.shuttle.provider.Stage;
import dev.shuttle.report.outcome.Road;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the cloud's picture, makes sure that it is one, and puts it into the job's folder. */
final class DownloadStep {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadStep.class);

    /** So long the service keeps what it made. */
    static final Duration KEPT = Duration.ofHours(24);

    private final Services services;
    private final Path work;
    private final Fallbacks fallbacks;
    private final Journal journal;
    private final Shutdown shutdown;
    private final Predicate<String> emulated;
    private final Ownership ownership;
    private final InstantSource clock;
    private final Duration most;
    /** One result is decoded at a time: each takes up to some hundred megabytes. */
    private final ReentrantLock decoding = new ReentrantLock();

    DownloadStep(
            Services services,
            Path work,
            Fallbacks fallbacks,
            Journal journal,
            Shutdown shutdown,
            Predicate<String> emulated,
            Ownership ownership,
            InstantSource clock,
            Duration most) {
        this.services = services;
        this.work = work;
        this.fallbacks = fallbacks;
        this.journal = journal;
        this.shutdown = shutdown;
        this.emulated = emulated;
        this.ownership = ownership;
        this.clock = clock;
        this.most = most;
    }

    Job download(Job job) throws IOException {
        Running state = (Running) job.state();
        Instant start = clock.instant();
        try {
            ResultPicture result = fetched(job, state);
            byte[] png = decoded(job, state, result);
            Optional<String> doubt = isAdopted(job) ? ownership.doubt(job, result.bytes()) : Optional.empty();
            if (doubt.isPresent()) {
                return unsure(job, state, png, doubt.get());
            }
            Disk.writeAtomically(JobFolder.of(work, job.id().value()).cloudPicture(), png);
        } catch (CloudException e) {
            shutdown.check();
            Attempts.checkStopped(e.error());
            return lost(job, state, e.error());
        } catch (PictureException e) {
            String message = "the result's pixels cannot be read: " + e.getMessage();
            return lost(job, state, own("RESULT_NOT_AN_IMAGE", message, state));
        } catch (VirtualMachineError | LinkageError broken) {
            return lost(job, state, own("CLIENT_FAILED", "memory ran out while the result was read", state));
        }
        Instant now = clock.instant();
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("task", state.taskId())
                .log("downloaded");
        Job fetched = job.withTimings(
                job.timings().addDownload(Duration.between(start, now).toMillis()));
        return journal.record(fetched.in(
                state.converting(emulated.test(Providers.nameOf(state.model())) ? Road.EMULATED : Road.CLOUD, now)));
    }

    /** By its address; where it came with the answer, it is on the disk. */
    private ResultPicture fetched(Job job, Running state) throws IOException {
        String result = Objects.requireNonNull(state.result(), "result");
        return result.equals(SubmitStep.WITH_THE_ANSWER)
                ? PictureCheck.check(
                        Disk.read(JobFolder.of(work, job.id().value()).cloudAnswer()))
                : services.provider(state.model()).download(result);
    }

    private static boolean isAdopted(Job job) {
        return job.cloud() != null && job.cloud().adopted() != null;
    }

    /** A picture that may be another's is kept for people to look at, and nothing is made of it. */
    private Job unsure(Job job, Running state, byte[] png, String why) throws IOException {
        Disk.writeAtomically(JobFolder.of(work, job.id().value()).unsurePicture(), png);
        String message = "the picture of the task found in the list is kept as cloud-unsure.png: " + why;
        Job tried = fallbacks.tried(job, state.model(), clock.instant(), own("SUBMIT_UNCERTAIN", message, state));
        return fallbacks.uncertain(tried, why);
    }

    private Job lost(Job job, Running state, CloudError error) throws LookUpDelayed {
        if (error.code().equals("RESULT_UNREACHABLE") && isKept(job) && fallbacks.waitsFor(error)) {
            throw new LookUpDelayed(
                    "the cloud's picture of " + job.source().name() + " cannot be fetched: " + error.message());
        }
        Job tried = fallbacks.tried(job, state.model(), clock.instant(), error);
        return fallbacks.givenUp(tried, error.code(), "the picture was made but could not be fetched");
    }

    /** Whether its address may hold still. */
    private boolean isKept(Job job) {
        Instant finished = job.cloud() == null ? null : job.cloud().finishedAt();
        return finished != null && clock.instant().isBefore(finished.plus(KEPT));
    }

    private byte[] decoded(Job job, Running state, ResultPicture result) throws IOException, PictureException {
        decoding.lock();
        try {
            return asPng(job, state, result);
        } finally {
            decoding.unlock();
        }
    }

    /** Decodes it in any case: what looks like a picture may end too early. */
    private byte[] asPng(Job job, Running state, ResultPicture result) throws IOException, PictureException {
        Picture picture = Picture.decode(result.bytes(), Rgb.WHITE, 1, 1, Deadline.after(most, clock, () -> false));
        Fit fit = Fit.of(
                Objects.requireNonNull(job.source().width()),
                Objects.requireNonNull(job.source().height()),
                services.model(state.model()).picture());
        if (result.format().equals("png") && !fit.padded()) {
            return result.bytes();
        }
        BufferedImage whole = fit.undo(picture.toBufferedImage());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(whole, "png", png);
        return png.toByteArray();
    }

    private static CloudError own(String code, String message, Running state) {
        return new CloudError(
                code, message, 200, null, state.taskId(), Stage.DOWNLOAD, ErrorClass.NEVER, Duration.ZERO);
    }
}
