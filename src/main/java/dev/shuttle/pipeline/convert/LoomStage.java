package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.blanket.Blanket;
import dev.shuttle.loom.convert.Fitting;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.convert.LoomSource;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.harness.HarnessException;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.paper.PaperException;
import dev.shuttle.loom.work.Deadline;
import dev.shuttle.loom.work.WorkStoppedException;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.Source;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.outcome.Timings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loom stage. It leaves all files in the job's {@code out/}; doing it again begins anew. */
public final class LoomStage {
    private static final Logger LOG = LoggerFactory.getLogger(LoomStage.class);

    private final Path work;
    private final Presets presets;
    private final LoomEngine engine;
    private final Journal journal;
    private final InstantSource clock;
    private final Duration most;
    private final boolean localRoad;
    private final LoomProblems problems;

    /**
     * Converts jobs whose folders are in this work folder.
     *
     * @param workers that share the rows of one picture, 1 or more
     * @param most how long one picture may take
     * @param localRoad whether the source may be converted where the cloud's picture cannot be
     */
    public LoomStage(
            Path work,
            Presets presets,
            int workers,
            Journal journal,
            InstantSource clock,
            Duration most,
            boolean localRoad) {
        this.work = work;
        this.presets = presets;
        this.engine = new LoomEngine(workers);
        this.journal = journal;
        this.clock = clock;
        this.most = most;
        this.localRoad = localRoad;
        this.problems = new LoomProblems(clock);
    }

    /**
     * Makes the loom image of the cloud's picture or, on the local road, of the styled source. A picture of the cloud's that cannot
     * be converted is no fault of the user's: the job takes the local road, or fails where that is what the settings say.
     *
     * @return the job; as rejected where its picture turns out to be damaged or takes too long, as failed where it was cancelled
     */
    public Job convert(Job job) throws IOException {
        Converting state = (Converting) job.state();
        if (journal.isCancelRequested(job.id())) {
            return problems.canceled(job, state);
        }
        JobFolder folder = JobFolder.of(work, job.id().value());
        if (job.timings().convert() != null && Files.exists(folder.loomReport()) && Files.isDirectory(folder.out())) {
            // It was made a moment ago, and only its publishing failed.
            return job;
        }
        Job now = asItIsNow(job, folder);
        return state.road() == Road.LOCAL ? ofTheSource(now, folder) : ofTheCloud(now, state, folder);
    }

    /** What is reported of the source is true of the bytes that are woven. */
    private static Job asItIsNow(Job job, JobFolder folder) throws IOException {
        Path file = folder.requireSource();
        Source source = job.source();
        String hash = Disk.sha256(file);
        return hash.equals(source.sha256())
                ? job
                : job.withSource(source.read(Files.size(file), hash, source.format(), source.width(), source.height()));
    }

    private Job ofTheCloud(Job job, Converting state, JobFolder folder) throws IOException {
        try {
            LoomOutput.empty(folder);
            return converted(job, state.road(), folder, engine.within(deadline(job)));
        } catch (UncheckedIOException | JournalException away) {
            throw away;
        } catch (HarnessException e) {
            return problems.rejected(job, state, e);
        } catch (WorkStoppedException stopped) {
            return stopped.isCancelled()
                    ? problems.canceled(job, state)
                    : withoutTheCloud(job, state, folder, PictureException.stopped(stopped));
        } catch (PictureException | RuntimeException | OutOfMemoryError unusable) {
            return withoutTheCloud(job, state, folder, unusable);
        }
    }

    private Job withoutTheCloud(Job job, Converting state, JobFolder folder, Throwable unusable) throws IOException {
        String why = unusable instanceof PictureException picture ? picture.message() : "the engine cannot convert it";
        LOG.atWarn()
                .addKeyValue("job", job.id())
                .setCause(unusable instanceof RuntimeException ? unusable : null)
                .log("the cloud's picture cannot be converted: {}", why);
        Job tried = job.tried(problems.attempt(job, why));
        if (!localRoad) {
            return problems.withoutTheCloud(tried, state, why);
        }
        return ofTheSource(
                journal.record(tried.in(state.locally(LoomProblems.NOT_CONVERTED, clock.instant()))), folder);
    }

    private Job ofTheSource(Job job, JobFolder folder) throws IOException {
        Converting state = (Converting) job.state();
        try {
            LoomOutput.empty(folder);
            LoomEngine timed = engine.within(deadline(job));
            return job.order().ticket().isAsIs() ? asIs(job, folder, timed) : converted(job, Road.LOCAL, folder, timed);
        } catch (PaperException e) {
            return problems.refused(job, state, e, folder, engine.bands());
        } catch (HarnessException e) {
            return problems.rejected(job, state, e);
        } catch (WorkStoppedException e) {
            return e.isCancelled()
                    ? problems.canceled(job, state)
                    : problems.rejected(job, state, PictureException.stopped(e));
        } catch (PictureException e) {
            return problems.rejected(job, state, e);
        } catch (OutOfMemoryError e) {
            return problems.tooLittleMemory(job, state);
        } catch (ArithmeticException | NegativeArraySizeException e) {
            LOG.atWarn().addKeyValue("job", job.id()).log("is larger than an array can be: {}", e.getMessage());
            return problems.tooLarge(job, state);
        }
    }

    private Deadline deadline(Job job) {
        return Deadline.after(most, clock, () -> journal.isCancelRequested(job.id()));
    }

    /**
     * Makes what a job leaves of a blanket instead of its picture, which shows the blanket's colours. Routes call the other by
     * name, so this one has a name of its own.
     *
     * @return the job
     */
    public Job weave(Job job, Blanket blanket) throws IOException {
        JobFolder folder = JobFolder.of(work, job.id().value());
        LoomOutput.empty(folder);
        LoomOrder order = order(job, folder);
        output(job, order, order.recipe(Road.LOCAL), engine).write(blanket);
        return job;
    }

    private Job converted(Job job, Road road, JobFolder folder, LoomEngine timed)
            throws IOException, PictureException, HarnessException {
        long start = System.nanoTime();
        LoomOrder order = order(job, folder);
        Recipe recipe = order.recipe(road);
        boolean local = road == Road.LOCAL;
        LoomSource source =
                local ? decoded(folder.requirePicture(), recipe, timed) : cloudPicture(job, folder, recipe, timed);
        LoomDesign design = timed.design(source, recipe);
        boolean even = design.pointPaper().density().isEven();
        Picture original = local
                ? even ? design.source() : source.picture()
                : decoded(folder.requirePicture(), recipe, timed).picture();
        output(job, order, recipe, timed).write(design, original, source.fitting(), order.asPicture());
        Timings timings =
                timed(job, start, design.timings().decode(), design.timings().convert());
        LOG.atInfo().addKeyValue("job", job.id()).addKeyValue("road", road).log("converted");
        return job.withTimings(timings);
    }

    private LoomOrder order(Job job, JobFolder folder) {
        return new LoomOrder(job.order(), presets, folder);
    }

    private LoomOutput output(Job job, LoomOrder order, Recipe recipe, LoomEngine timed) {
        return new LoomOutput(job, order, recipe, timed.bands(), engine.threads());
    }

    /** With what the engine took, and as writing what else there was since the stage began. */
    private static Timings timed(Job job, long start, double decode, double convert) {
        double all = (System.nanoTime() - start) / 1e6;
        return job.timings()
                .withConversion(Math.round(decode), Math.round(convert))
                .withWrite(Math.max(0, Math.round(all - decode - convert)));
    }

    /** The paper woven cell for cell. */
    private Job asIs(Job job, JobFolder folder, LoomEngine timed)
            throws IOException, PictureException, PaperException, HarnessException {
        long start = System.nanoTime();
        LoomOrder order = order(job, folder);
        PaperWeaving.Woven woven = PaperWeaving.of(
                Disk.read(folder.requirePicture()), order.ticket(), order.recipe(Road.LOCAL), order.issued(), timed);
        LoomDesign design = woven.design();
        LoomOutput output = output(job, order, woven.recipe(), timed);
        BufferedImage marked = woven.marked();
        if (marked != null) {
            output.mark(marked);
        }
        output.write(design, design.source(), Fitting.WHOLE, woven.report());
        LOG.atInfo().addKeyValue("job", job.id()).log("woven as it is");
        return job.withTimings(timed(job, start, 0, design.timings().convert()));
    }

    /** The picture, whose file's bytes nobody holds from here on. */
    private static LoomSource decoded(Path file, Recipe recipe, LoomEngine timed) throws IOException, PictureException {
        return timed.decode(Disk.read(file), recipe);
    }

    /** The cloud's picture on the grid of its source, which alone decides how many ends and lines there are. */
    private static LoomSource cloudPicture(Job job, JobFolder folder, Recipe recipe, LoomEngine timed)
            throws IOException, PictureException {
        int width = Objects.requireNonNull(job.source().width());
        int height = Objects.requireNonNull(job.source().height());
        return timed.decodeMade(Disk.read(folder.cloudPicture()), recipe, width, height);
    }
}
