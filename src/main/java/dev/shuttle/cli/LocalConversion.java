package dev.shuttle.cli;

import dev.shuttle.app.Folders;
import dev.shuttle.app.StartException;
import dev.shuttle.loom.blanket.Blanket;
import dev.shuttle.loom.blanket.BlanketException;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.convert.LoomSource;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.Hooks;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.format.IndexedPng;
import dev.shuttle.loom.harness.Harness;
import dev.shuttle.loom.image.ForeignFormat;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.image.PictureHeader;
import dev.shuttle.loom.render.Preview;
import dev.shuttle.loom.work.Deadline;
import dev.shuttle.pipeline.convert.HookPlans;
import dev.shuttle.pipeline.convert.LoomStage;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.intake.Cards;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.intake.HeifProgram;
import dev.shuttle.pipeline.intake.Machines;
import dev.shuttle.pipeline.intake.Pairs;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.job.Source;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.pipeline.paper.IssuedPapers;
import dev.shuttle.pipeline.paper.Sidecar;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.pipeline.publish.Publisher;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.preset.Preset;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** {@code convert} without the cloud: the same stages as a job's, in this thread, without routes. */
final class LocalConversion {
    /** Longest side of the picture that shows a blanket's colours, pixels. */
    private static final int BLANKET = 2400;
    /** Files from here on are given back to the machine before the conversion, bytes. */
    private static final long LARGE_BYTES = 1 << 22;

    private final Settings settings;
    private final Terminal terminal;
    private final Feedback feedback;
    private final InstantSource clock = InstantSource.system();
    private final LoomEngine engine = new LoomEngine(Runtime.getRuntime().availableProcessors());

    LocalConversion(Settings settings, Terminal terminal, Feedback feedback) {
        this.settings = settings;
        this.terminal = terminal;
        this.feedback = feedback;
    }

    int convert(List<Path> pictures, Order order, @Nullable Path ticket, Target target) throws IOException {
        if (target instanceof Target.Paper paper) {
            return paper(pictures.get(0), order, paper.file());
        }
        if (target instanceof Target.Stream) {
            return stream(pictures.get(0), order);
        }
        return folders(pictures, order.preset(), copies(ticket, order), target, LoomStage::convert);
    }

    /**
     * Point papers as they are: their own description and the ticket say how.
     *
     * @param sidecar of all the papers; null: the one beside each
     */
    int weave(List<Path> papers, Path ticket, @Nullable Path sidecar, Target target) throws IOException {
        Arrival arrival = (admission, claim, paper) -> {
            Path known = sidecar != null ? sidecar : Pairs.sidecarOf(paper).orElse(null);
            return admission.admit(claim.copy(paper, ticket, known, Origin.CLI));
        };
        return folders(papers, null, arrival, target, LoomStage::convert);
    }

    /** How a file becomes a job. */
    private interface Arrival {
        Job job(Admission admission, Claim claim, Path file) throws IOException;
    }

    private static Arrival copies(@Nullable Path ticket, Order order) {
        return (admission, claim, file) -> admission.admit(claim.copy(file, ticket, Origin.CLI), order);
    }

    /** The loom stage of one job. */
    private interface Loom {
        Job weave(LoomStage conversion, Job job) throws IOException;
    }

    /**
     * A weave blanket in place of a picture. Where nothing names a palette, its yarns are of the card that comes with the
     * program.
     */
    int blanket(Order order, @Nullable Path ticket, Target target) throws IOException {
        Path folder = Files.createTempDirectory("shuttle");
        try {
            boolean named = !recipe(order).palette().isEmpty();
            Order full =
                    named ? order : new Order(order.preset(), order.ticket().withBundledCard());
            Recipe recipe = recipe(full);
            boolean counted = named || order.ticket().colours() != null;
            Blanket blanket = Blanket.of(recipe, counted ? recipe.colours() : Blanket.usualYarns(recipe));
            Path picture = folder.resolve(order.preset() + "-blanket.png");
            ImageIO.write(Preview.of(blanket.paper(), BLANKET), "png", picture.toFile());
            return folders(
                    List.of(picture),
                    full.preset(),
                    copies(ticket, full),
                    target,
                    (conversion, job) -> conversion.weave(job, blanket));
        } catch (BlanketException e) {
            throw new StartException(order.preset() + ": " + e.code() + ": " + e.message(), e.hint());
        } catch (RecipeException e) {
            throw new StartException("the ticket: " + e.getMessage(), e.hint());
        } finally {
            Disk.deleteTree(folder);
        }
    }

    /** Lift plans that try the recipe's machine hook by hook. */
    int hookTest(Order order, Path folder) throws IOException {
        Recipe recipe;
        OptionalInt hooks;
        try {
            recipe = recipe(order);
            Harness harness = new Machines(settings.folders().machines()).harness(order.ticket(), preset(order));
            hooks = harness == null ? Hooks.of(recipe) : OptionalInt.of(harness.hooks());
        } catch (RecipeException e) {
            throw new StartException("the ticket: " + e.getMessage(), e.hint());
        }
        Fabric fabric = recipe.fabric();
        if (hooks.isEmpty() || fabric == null) {
            throw new StartException(
                    order.preset() + ": NO_HOOKS: nothing says how many hooks the machine has",
                    "name them in a ticket: fabric: {hooks: 2640}");
        }
        Path work = Files.createTempDirectory(Files.createDirectories(folder), ".work-");
        try {
            List<HookPlans.Plan> plans = HookPlans.write(work, order.preset(), hooks.getAsInt(), fabric.average());
            Folders.moveInto(work, folder);
            plans.forEach(plan -> feedback.line(terminal.out(), plan));
        } finally {
            Disk.deleteTree(work);
        }
        feedback.say(terminal.out(), "lift plans for " + hooks.getAsInt() + " hooks in " + folder);
        return ShuttleCommand.DONE;
    }

    private int paper(Path picture, Order order, Path file) throws IOException {
        byte[] png = paper(picture, order);
        if (png.length == 0) {
            return ShuttleCommand.SOME_FAILED;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Disk.writeAtomically(file.toAbsolutePath(), png);
        Modes.publishFile(file.toAbsolutePath());
        feedback.line(terminal.out(), new Feedback.Paper(picture.toString(), "DONE", file.toString(), null, null));
        return ShuttleCommand.DONE;
    }

    private int stream(Path picture, Order order) throws IOException {
        byte[] png = paper(picture, order);
        System.out.write(png);
        System.out.flush();
        return png.length == 0 ? ShuttleCommand.SOME_FAILED : ShuttleCommand.DONE;
    }

    /** The point paper as PNG; empty, and said why, where the picture cannot be used. */
    private byte[] paper(Path file, Order order) throws IOException {
        try {
            Recipe recipe = recipe(order);
            LoomEngine timed = engine.within(Deadline.after(settings.convertDeadline(), clock, () -> false));
            LoomSource picture = decoded(file, recipe, timed);
            if (picture == null) {
                return new byte[0];
            }
            if (Files.size(file) > LARGE_BYTES) {
                System.gc(); // a new JVM takes more memory rather than the file's, which nobody needs any more
            }
            LoomDesign design = timed.design(picture, recipe);
            PointPaper paper = design.pointPaper();
            String stem =
                    Source.arrived(file.getFileName().toString(), Origin.CLI, 0).stem();
            Sidecar sidecar = Sidecar.of(
                    stem,
                    order.preset(),
                    order.ticket(),
                    paper,
                    design.cloth(),
                    recipe.fabric() != null,
                    List.of(),
                    List.of());
            return IndexedPng.write(paper, sidecar.comment(), engine.bands());
        } catch (PictureException e) {
            refused(file, e.message(), e.hint());
            return new byte[0];
        } catch (RecipeException e) {
            refused(file, "the ticket: " + e.getMessage(), e.hint());
            return new byte[0];
        } catch (IllegalArgumentException e) {
            refused(file, String.valueOf(e.getMessage()), "change the ticket, or the preset");
            return new byte[0];
        }
    }

    /** The picture, whose file's bytes nobody holds from here on; null, and said why, where it is too large. */
    private @Nullable LoomSource decoded(Path file, Recipe recipe, LoomEngine timed)
            throws IOException, PictureException {
        long size = Files.size(file);
        if (size > settings.intake().maxFileSize()) {
            refused(file, size + " bytes are more than allowed", "raise shuttle.max-file-size");
            return null;
        }
        byte[] bytes = readable(file, Disk.read(file));
        long pixels = PictureHeader.read(bytes).pixels();
        if (pixels > settings.intake().maxPixels()) {
            refused(file, pixels + " pixels are more than allowed", "raise shuttle.max-pixels");
            return null;
        }
        if (IssuedPapers.in(bytes).isPresent()) {
            terminal.err()
                    .println("shuttle: " + file
                            + " is a point paper, and is converted like any other picture; to weave it"
                            + " cell for cell: shuttle weave " + file + " -o DIR");
        }
        return timed.decode(bytes, recipe);
    }

    /** The file's bytes, or those of a PNG that another program made of it. */
    private byte[] readable(Path file, byte[] bytes) throws IOException, PictureException {
        Optional<ForeignFormat> foreign = HeifProgram.format(bytes);
        if (foreign.isEmpty()) {
            return bytes;
        }
        Settings.Intake intake = settings.intake();
        Path folder = Files.createTempDirectory("shuttle");
        try {
            Path png = folder.resolve("picture.png");
            new HeifProgram(intake.heifProgram(), intake.maxPixels(), HeifProgram.USUAL_PATIENCE)
                    .decode(foreign.get(), file, png);
            return Disk.read(png);
        } finally {
            Disk.deleteTree(folder);
        }
    }

    private void refused(Path file, String why, String hint) {
        terminal.err().println("shuttle: " + file + ": " + why);
        terminal.err().println("hint: " + hint);
        feedback.line(terminal.out(), new Feedback.Paper(file.toString(), "REJECTED", null, why, hint));
    }

    private Recipe recipe(Order order) throws IOException, RecipeException {
        try {
            return cards().recipe(order.ticket(), preset(order));
        } catch (IllegalArgumentException e) {
            throw new RecipeException(e.getMessage() + ", with preset " + order.preset(), "change it or the preset");
        }
    }

    private Preset preset(Order order) {
        Path own = settings.folders().presets();
        return Files.isDirectory(own) ? Presets.load(own).named(order.preset()) : Presets.bundled(order.preset());
    }

    private Cards cards() {
        return new Cards(
                settings.folders().cards(),
                settings.folders().calibrations(),
                settings.folders().weaves(),
                settings.folders().machines());
    }

    /** @param preset whose name is looked up first; null: each picture has its own */
    private int folders(List<Path> pictures, @Nullable String preset, Arrival arrival, Target target, Loom loom)
            throws IOException {
        feedback.settle();
        ImageIO.setUseCache(false);
        Presets presets = Presets.load(settings.folders().presets());
        if (preset != null) {
            presets.named(preset);
        }
        Path results = target instanceof Target.Folder folder
                ? folder.folder().toAbsolutePath()
                : settings.folders().outbox();
        Path work = Files.createTempDirectory(Files.createDirectories(results), ".work-");
        try {
            List<Job> ended = new ArrayList<>();
            boolean direct = target instanceof Target.Folder folder && folder.direct();
            Outbox outbox = direct ? Outbox.passing(work) : new Outbox(results);
            ResultTable table = direct ? ResultTable.in(results) : new ResultTable(outbox);
            try (Bar bar = feedback.bar(pictures.size())) {
                for (Path picture : pictures) {
                    Job job = job(picture, arrival, presets, work, outbox, loom);
                    ended.add(job);
                    if (direct) {
                        Folders.moveInto(outbox.placeOf(job).orElseThrow(), results);
                    }
                    bar.step(job.source().name());
                    feedback.ended(terminal.out(), table, job);
                }
            }
            return feedback.ended(terminal.out(), table, ended);
        } finally {
            Disk.deleteTree(work);
        }
    }

    private Job job(Path picture, Arrival arrival, Presets presets, Path work, Outbox outbox, Loom loom)
            throws IOException {
        MemoryJournal journal = new MemoryJournal();
        Admission admission = new Admission(
                settings.intake(), presets, cards(), settings.folders().outbox(), journal, clock);
        Job job = arrival.job(admission, new Claim(work, clock, RandomGenerator.getDefault()), picture);
        if (job.state() instanceof Admitted admitted) {
            Job local = journal.record(job.in(admitted.locally("CLI", clock.instant())));
            job = loom.weave(
                    new LoomStage(work, presets, engine.threads(), journal, clock, settings.convertDeadline(), true),
                    local);
        }
        return new Publisher(work, outbox, journal, settings.locale(), clock).publish(job);
    }
}
