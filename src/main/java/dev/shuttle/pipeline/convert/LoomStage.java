package dev.shuttle.pipeline.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.loom.blanket.Blanket;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.convert.Fitting;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.convert.LoomSource;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.draft.WifStyle;
import dev.shuttle.loom.format.PicturePng;
import dev.shuttle.loom.harness.Harness;
import dev.shuttle.loom.harness.HarnessException;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.paper.PaperException;
import dev.shuttle.loom.print.PointPaperPdf;
import dev.shuttle.loom.work.Deadline;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.loom.work.WorkStoppedException;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.intake.Cards;
import dev.shuttle.pipeline.intake.Machines;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.job.Source;
import dev.shuttle.pipeline.paper.IssuedPapers;
import dev.shuttle.pipeline.paper.Sidecar;
import dev.shuttle.pipeline.paper.SidecarException;
import dev.shuttle.pipeline.sheet.SheetFacts;
import dev.shuttle.pipeline.sheet.WorkSheet;
import dev.shuttle.recipe.Output;
import dev.shuttle.recipe.Prices;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Reports;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.outcome.Timings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loom stage. It leaves all files in the job's {@code out/}; doing it again begins anew. */
public final class LoomStage {
    private static final Logger LOG = LoggerFactory.getLogger(LoomStage.class);
    /** Why a job with a picture of the cloud's took the local road. */
    private static final String NOT_CONVERTED = "RESULT_NOT_CONVERTED";

    private static final Set<Output> OF_PAPERS =
            Output.USUAL.stream().filter(output -> output != Output.COMPARE).collect(Collectors.toUnmodifiableSet());

    private final Path work;
    private final Presets presets;
    private final LoomEngine engine;
    private final Journal journal;
    private final InstantSource clock;
    private final Duration most;
    private final boolean localRoad;

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
            return job.in(state.failed(job.canceled(), clock.instant()));
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
            emptied(folder);
            return converted(job, state.road(), folder, engine.within(deadline(job)));
        } catch (UncheckedIOException | JournalException away) {
            throw away;
        } catch (HarnessException e) {
            return rejected(job, state, e);
        } catch (WorkStoppedException stopped) {
            return stopped.isCancelled()
                    ? job.in(state.failed(job.canceled(), clock.instant()))
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
        Job tried = job.tried(attempt(job, why));
        if (!localRoad) {
            Problem problem = new Problem(
                    NOT_CONVERTED,
                    job.source().name() + ": the cloud's picture cannot be converted: " + why,
                    "the cloud's picture lies beside this report where there is one; retry the job, or set shuttle.fallback=local");
            return tried.in(state.failed(problem, clock.instant()));
        }
        return ofTheSource(journal.record(tried.in(state.locally(NOT_CONVERTED, clock.instant()))), folder);
    }

    private Attempt attempt(Job job, String why) {
        CloudTask task = job.cloud();
        return new Attempt(
                task == null ? "" : task.model(),
                clock.instant(),
                "convert",
                null,
                NOT_CONVERTED,
                why,
                task == null ? null : task.requestId(),
                task == null ? null : task.taskId(),
                "NEVER");
    }

    private Job ofTheSource(Job job, JobFolder folder) throws IOException {
        Converting state = (Converting) job.state();
        try {
            emptied(folder);
            LoomEngine timed = engine.within(deadline(job));
            return job.order().ticket().isAsIs() ? asIs(job, folder, timed) : converted(job, Road.LOCAL, folder, timed);
        } catch (PaperException e) {
            return refused(job, state, e, folder);
        } catch (HarnessException e) {
            return rejected(job, state, e);
        } catch (WorkStoppedException e) {
            return e.isCancelled()
                    ? job.in(state.failed(job.canceled(), clock.instant()))
                    : rejected(job, state, PictureException.stopped(e));
        } catch (PictureException e) {
            return rejected(job, state, e);
        } catch (OutOfMemoryError e) {
            return job.in(state.failed(tooLittleMemory(job), clock.instant()));
        } catch (ArithmeticException | NegativeArraySizeException e) {
            LOG.atWarn().addKeyValue("job", job.id()).log("is larger than an array can be: {}", e.getMessage());
            return job.in(state.rejected(tooLarge(job), clock.instant()));
        }
    }

    private Deadline deadline(Job job) {
        return Deadline.after(most, clock, () -> journal.isCancelRequested(job.id()));
    }

    private Job rejected(Job job, Converting state, PictureException e) {
        Problem problem = new Problem(e.code(), job.source().name() + ": " + e.getMessage(), e.hint());
        return job.in(state.rejected(problem, clock.instant()));
    }

    private Job rejected(Job job, Converting state, HarnessException e) {
        Problem problem = new Problem(e.code(), job.source().name() + ": " + e.message(), e.hint());
        return job.in(state.rejected(problem, clock.instant()));
    }

    private Job refused(Job job, Converting state, PaperException e, JobFolder folder) throws IOException {
        BufferedImage marked = e.marked();
        if (marked != null) {
            Disk.write(folder.marked(), PicturePng.indexed(marked, engine.bands()));
        }
        Problem problem = new Problem(e.code(), job.source().name() + ": " + e.message(), e.hint());
        return job.in(state.rejected(problem, clock.instant()));
    }

    /** This one did not fit beside what else was being made. */
    private static Problem tooLittleMemory(Job job) {
        return new Problem(
                "OUT_OF_MEMORY",
                job.source().name() + ": there was not enough memory for this design, beside the others under way; the"
                        + " program has " + (Runtime.getRuntime().maxMemory() >> 20) + " MB",
                "give Java more memory (java -Xmx4g -jar …) or lower shuttle.concurrency, then: shuttle jobs retry "
                        + job.id() + "; or make the fabric smaller");
    }

    private static Problem tooLarge(Job job) {
        return new Problem(
                "DESIGN_TOO_LARGE",
                job.source().name() + ": the design has more than the " + Integer.MAX_VALUE
                        + " crossings of ends and picks, or bytes of a file, that can be held",
                "halve the fabric's ends or picks, or choose fewer wefts");
    }

    private static void emptied(JobFolder folder) throws IOException {
        Disk.deleteTree(folder.out());
        Modes.ownersFolder(folder.out());
    }

    /**
     * Makes what a job leaves of a blanket instead of its picture, which shows the blanket's colours. Routes call the other by
     * name, so this one has a name of its own.
     *
     * @return the job
     */
    public Job weave(Job job, Blanket blanket) throws IOException {
        JobFolder folder = JobFolder.of(work, job.id().value());
        emptied(folder);
        Recipe recipe = recipe(job.order(), Road.LOCAL, folder);
        ColourWords words = new ColourWords(blanket.paper(), blanket.cloth(), names(job.order(), folder));
        LoomPlan loom = LoomPlan.without(blanket.cloth());
        files(job, folder, recipe, words, engine.bands()).write(blanket, loom);
        PatchList patches = new PatchList(blanket, words, recipe.fabric() != null);
        Path list = folder.out().resolve(job.source().stem() + ".patches.csv");
        Disk.write(list, patches.csv().getBytes(UTF_8));
        Prices prices = prices(job.order());
        Loom report = LoomReport.of(blanket, recipe, words, patches.patches(), prices);
        keep(report, job, recipe, blanket.paper(), folder);
        return job;
    }

    private Job converted(Job job, Road road, JobFolder folder, LoomEngine timed)
            throws IOException, PictureException, HarnessException {
        long start = System.nanoTime();
        Recipe recipe = recipe(job.order(), road, folder);
        boolean local = road == Road.LOCAL;
        LoomSource source =
                local ? decoded(folder.requirePicture(), recipe, timed) : cloudPicture(job, folder, recipe, timed);
        LoomDesign design = timed.design(source, recipe);
        Picture original = local
                ? design.source()
                : decoded(folder.requirePicture(), recipe, timed).picture();
        ColourWords words = new ColourWords(design.pointPaper(), design.cloth(), names(job.order(), folder));
        LoomPlan loom = plan(design.cloth(), job.order(), folder);
        files(job, folder, recipe, words, timed.bands()).write(design, loom, original);
        Colourways ways = ways(job, design, words, folder, timed);
        LoomReport.Known known =
                new LoomReport.Known(source.fitting(), asPicture(folder), ways, prices(job.order()), loom);
        keep(LoomReport.of(design, known, recipe, words, engine.threads()), job, recipe, design.pointPaper(), folder);
        Timings timings =
                timed(job, start, design.timings().decode(), design.timings().convert());
        LOG.atInfo().addKeyValue("job", job.id()).addKeyValue("road", road).log("converted");
        return job.withTimings(timings);
    }

    private static Colourways ways(Job job, LoomDesign design, ColourWords words, JobFolder folder, LoomEngine timed)
            throws IOException {
        Colourways ways = Colourways.of(job.order().ticket().colourways(), design.pointPaper(), design.cloth(), words);
        ways.write(folder.out(), job.source().stem(), timed.bands());
        return ways;
    }

    /** With what the engine took, and as writing what else there was since the stage began. */
    private static Timings timed(Job job, long start, double decode, double convert) {
        double all = (System.nanoTime() - start) / 1e6;
        return job.timings()
                .withConversion(Math.round(decode), Math.round(convert))
                .withWrite(Math.max(0, Math.round(all - decode - convert)));
    }

    /** A point paper that was issued and comes back as a picture; null where it is none. */
    private static Loom.@Nullable Paper asPicture(JobFolder folder) throws IOException {
        try {
            return IssuedPapers.of(folder, Long.MAX_VALUE)
                    .map(issued -> Loom.Paper.picture(issued.name(), issued.preset()))
                    .orElse(null);
        } catch (SidecarException unread) {
            return null;
        }
    }

    /** The paper woven cell for cell. */
    private Job asIs(Job job, JobFolder folder, LoomEngine timed)
            throws IOException, PictureException, PaperException, HarnessException {
        long start = System.nanoTime();
        PaperWeaving.Woven woven = PaperWeaving.of(
                Disk.read(folder.requirePicture()),
                job.order().ticket(),
                recipe(job.order(), Road.LOCAL, folder),
                issued(folder),
                timed);
        LoomDesign design = woven.design();
        ColourWords words = new ColourWords(design.pointPaper(), design.cloth(), names(job.order(), folder));
        LoomPlan loom = plan(design.cloth(), job.order(), folder);
        files(job, folder, woven.recipe(), words, timed.bands()).write(design, loom, design.source());
        BufferedImage marked = woven.marked();
        if (marked != null) {
            Path file = folder.out().resolve(job.source().stem() + ".marked.png");
            Disk.write(file, PicturePng.indexed(marked, timed.bands()));
        }
        Colourways ways = ways(job, design, words, folder, timed);
        LoomReport.Known known = new LoomReport.Known(Fitting.WHOLE, woven.report(), ways, prices(job.order()), loom);
        Loom report = LoomReport.of(design, known, woven.recipe(), words, engine.threads());
        keep(report, job, woven.recipe(), design.pointPaper(), folder);
        LOG.atInfo().addKeyValue("job", job.id()).log("woven as it is");
        return job.withTimings(timed(job, start, 0, design.timings().convert()));
    }

    /** How the machine weaves it; null where nothing is woven. */
    private @Nullable LoomPlan plan(@Nullable Cloth cloth, Order order, JobFolder folder)
            throws IOException, HarnessException {
        try {
            Harness harness = Machines.harness(order.ticket(), presets.named(order.preset()), folder);
            return cloth == null ? null : LoomPlan.of(cloth, harness);
        } catch (RecipeException e) {
            throw new IllegalStateException("the machine was good when the job was admitted: " + e.getMessage(), e);
        }
    }

    private static @Nullable Sidecar issued(JobFolder folder) throws IOException {
        try {
            return IssuedPapers.of(folder, Long.MAX_VALUE).orElse(null);
        } catch (SidecarException e) {
            throw new IllegalStateException("the sidecar was good when the job was admitted: " + e.getMessage(), e);
        }
    }

    /** The engine's part of the report waits in a file until the job is published, so that a kill loses no figure. */
    private static void keep(Loom loom, Job job, Recipe recipe, PointPaper paper, JobFolder folder) throws IOException {
        if (loom.weave() != null && wanted(job.order()).contains(Output.WORKSHEET)) {
            Ticket ticket = job.order().ticket();
            SheetFacts facts = new SheetFacts(
                    job.source().stem(),
                    job.id().value(),
                    job.admittedAt(),
                    job.order().preset(),
                    recipe.fabric(),
                    recipe.repeat(),
                    ticket.boxes(),
                    loom);
            PointPaperPdf.Print print = new PointPaperPdf.Print(ticket.print(), SystemFonts.font());
            Path file = folder.out().resolve(job.source().stem() + ".worksheet.pdf");
            Disk.write(file, WorkSheet.write(facts, paper, print));
        }
        Disk.writeAtomically(folder.loomReport(), Reports.loom(loom));
    }

    /** The ticket's prices or, where it has none, the preset's. */
    private @Nullable Prices prices(Order order) {
        Prices own = order.ticket().prices();
        return own == null ? presets.named(order.preset()).prices() : own;
    }

    private LoomFiles files(Job job, JobFolder folder, Recipe recipe, ColourWords words, RowBands bands) {
        Ticket ticket = job.order().ticket();
        WifStyle wif = Objects.requireNonNullElse(ticket.wif(), WifStyle.BOTH);
        LoomFiles.Issue issue =
                new LoomFiles.Issue(job.source().stem(), job.order().preset(), ticket, recipe.fabric() != null);
        return new LoomFiles(folder.out(), issue, words, wif, wanted(job.order()), bands);
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
        if (!named.isEmpty()) {
            return Set.copyOf(named);
        }
        // a paper that is woven as it is looks like its source
        return order.ticket().isAsIs() ? OF_PAPERS : Output.USUAL;
    }

    /** The preset's recipe with what the ticket says otherwise; what the cloud has styled is not styled again. */
    private Recipe recipe(Order order, Road road, JobFolder folder) throws IOException {
        Recipe recipe;
        try {
            recipe = Cards.recipe(order.ticket(), presets.named(order.preset()), folder);
        } catch (RecipeException e) {
            throw new IllegalStateException("the order was good when the job was admitted: " + e.getMessage(), e);
        }
        return road == Road.LOCAL ? recipe : recipe.withStyle(recipe.style().withoutTone());
    }
}
