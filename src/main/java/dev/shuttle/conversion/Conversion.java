package dev.shuttle.conversion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.disk.Disk;
import dev.shuttle.disk.JobFolder;
import dev.shuttle.intake.Cards;
import dev.shuttle.job.Job;
import dev.shuttle.job.JobState.Converting;
import dev.shuttle.job.Journal;
import dev.shuttle.job.Order;
import dev.shuttle.job.Problem;
import dev.shuttle.job.Road;
import dev.shuttle.job.Timings;
import dev.shuttle.loom.LoomDesign;
import dev.shuttle.loom.LoomEngine;
import dev.shuttle.loom.LoomSource;
import dev.shuttle.loom.Recipe;
import dev.shuttle.loom.blanket.Blanket;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.work.Deadline;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.loom.work.WorkStoppedException;
import dev.shuttle.outbox.LoomFacts;
import dev.shuttle.preset.Presets;
import dev.shuttle.recipe.Output;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Wif;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loom stage. It leaves all files in the job's {@code out/}; doing it again begins anew. */
public final class Conversion {
    private static final Logger LOG = LoggerFactory.getLogger(Conversion.class);

    private final Path work;
    private final Presets presets;
    private final LoomEngine engine;
    private final Journal journal;
    private final InstantSource clock;
    private final Duration most;

    /**
     * Converts jobs whose folders are in this work folder.
     *
     * @param most how long one picture may take
     */
    public Conversion(
            Path work, Presets presets, LoomEngine engine, Journal journal, InstantSource clock, Duration most) {
        this.work = work;
        this.presets = presets;
        this.engine = engine;
        this.journal = journal;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Makes the loom image of the cloud's picture or, on the local road, of the styled source.
     *
     * @return the job; as rejected where its picture turns out to be damaged or takes too long, as failed where it was cancelled
     */
    public Job convert(Job job) throws IOException {
        Converting state = (Converting) job.state();
        if (journal.isCancelRequested(job.id())) {
            return job.in(state.failed(Problem.canceled(job), clock.instant()));
        }
        JobFolder folder = JobFolder.of(work, job.id().value());
        Disk.deleteTree(folder.out());
        Files.createDirectories(folder.out());
        try {
            return converted(job, state.road(), folder, engine.within(deadline(job)));
        } catch (WorkStoppedException e) {
            return stopped(job, state, e);
        } catch (PictureException e) {
            return rejected(job, state, e);
        }
    }

    private Deadline deadline(Job job) {
        return Deadline.after(most, clock, () -> journal.isCancelRequested(job.id()));
    }

    private Job stopped(Job job, Converting state, WorkStoppedException stopped) {
        return stopped.isCancelled()
                ? job.in(state.failed(Problem.canceled(job), clock.instant()))
                : rejected(job, state, PictureException.stopped(stopped));
    }

    private Job rejected(Job job, Converting state, PictureException e) {
        Problem problem = new Problem(e.code(), job.source().name() + ": " + e.getMessage(), e.hint());
        return job.in(state.rejected(problem, clock.instant()));
    }

    /**
     * Makes what a job leaves of a blanket instead of its picture, which shows the blanket's colours. Routes call the other by
     * name, so this one has a name of its own.
     *
     * @return the job
     */
    public Job weave(Job job, Blanket blanket) throws IOException {
        JobFolder folder = JobFolder.of(work, job.id().value());
        Disk.deleteTree(folder.out());
        Files.createDirectories(folder.out());
        Recipe recipe = recipe(job.order(), Road.LOCAL, card(folder));
        YarnNames names = names(job.order(), folder);
        files(job, folder, names, engine.bands()).write(blanket);
        PatchList patches = new PatchList(blanket, names, recipe.fabric() != null);
        Path list = folder.out().resolve(job.source().stem() + ".patches.csv");
        Disk.write(list, patches.csv().getBytes(UTF_8));
        LoomFacts.write(folder.loomReport(), LoomReport.of(blanket, recipe, names, patches.told()));
        return job;
    }

    private Job converted(Job job, Road road, JobFolder folder, LoomEngine timed) throws IOException, PictureException {
        Recipe recipe = recipe(job.order(), road, card(folder));
        boolean local = road == Road.LOCAL;
        LoomDesign design =
                timed.design(decoded(local ? folder.requireSource() : folder.cloudPicture(), recipe, timed), recipe);
        Picture original = local
                ? design.source()
                : decoded(folder.requireSource(), recipe, timed).picture();
        YarnNames names = names(job.order(), folder);
        files(job, folder, names, timed.bands()).write(design, original);
        LoomFacts.write(folder.loomReport(), LoomReport.of(design, recipe, names, engine.threads()));
        Timings timings = job.timings()
                .withConversion(
                        Math.round(design.timings().decode()),
                        Math.round(design.timings().convert()));
        LOG.atInfo().addKeyValue("job", job.id()).addKeyValue("road", road).log("converted");
        return job.withTimings(timings);
    }

    private LoomFiles files(Job job, JobFolder folder, YarnNames names, RowBands bands) {
        Wif wif = Objects.requireNonNullElse(job.order().ticket().wif(), Wif.BOTH);
        String stem = job.source().stem();
        return new LoomFiles(folder.out(), stem, names, wif.style(), wanted(job.order()), bands);
    }

    /** The picture, whose file's bytes nobody holds from here on. */
    private static LoomSource decoded(Path file, Recipe recipe, LoomEngine timed) throws IOException, PictureException {
        return timed.decode(Disk.read(file), recipe);
    }

    private static List<Rgb> card(JobFolder folder) throws IOException {
        try {
            return Cards.of(folder);
        } catch (RecipeException e) {
            throw new IllegalStateException("the card was good when the job was admitted: " + e.getMessage(), e);
        }
    }

    /** The yarns of the ticket's card or, where it has no palette, of the preset's. */
    private YarnNames names(Order order, JobFolder folder) throws IOException {
        try {
            return order.ticket().palette() == null
                    ? new YarnNames(presets.named(order.preset()).yarns())
                    : new YarnNames(Cards.yarns(folder));
        } catch (RecipeException e) {
            throw new IllegalStateException("the card was good when the job was admitted: " + e.getMessage(), e);
        }
    }

    private static Set<Output> wanted(Order order) {
        List<Output> named = order.ticket().outputs();
        return named.isEmpty() ? Output.USUAL : Set.copyOf(named);
    }

    /** The preset's recipe with what the ticket says otherwise; what the cloud has styled is not styled again. */
    private Recipe recipe(Order order, Road road, List<Rgb> card) {
        Recipe recipe = order.ticket().over(presets.named(order.preset()).recipe(), card);
        return road == Road.LOCAL ? recipe : recipe.withStyle(recipe.style().withoutTone());
    }
}
