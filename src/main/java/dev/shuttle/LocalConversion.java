package dev.shuttle;

import dev.shuttle.conversion.Conversion;
import dev.shuttle.disk.Disk;
import dev.shuttle.disk.JobFolder;
import dev.shuttle.intake.Admission;
import dev.shuttle.intake.Cards;
import dev.shuttle.intake.Claim;
import dev.shuttle.job.Job;
import dev.shuttle.job.JobState.Admitted;
import dev.shuttle.job.MemoryJournal;
import dev.shuttle.job.Order;
import dev.shuttle.job.Source.Origin;
import dev.shuttle.loom.LoomDesign;
import dev.shuttle.loom.LoomEngine;
import dev.shuttle.loom.Recipe;
import dev.shuttle.loom.format.IndexedPng;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.image.PictureHeader;
import dev.shuttle.outbox.Outbox;
import dev.shuttle.outbox.Publisher;
import dev.shuttle.preset.Preset;
import dev.shuttle.preset.Presets;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code convert} without the cloud: the same stages as a job's, in this thread, without routes. */
final class LocalConversion {
    private final Settings settings;
    private final CommandLine command;
    private final InstantSource clock = InstantSource.system();
    private final LoomEngine engine = new LoomEngine(Runtime.getRuntime().availableProcessors());

    LocalConversion(Settings settings, CommandLine command) {
        this.settings = settings;
        this.command = command;
    }

    int convert(List<Path> pictures, Order order, @Nullable Path ticket, Target target) throws IOException {
        if (target instanceof Target.Paper paper) {
            return paper(pictures.get(0), order, paper.file());
        }
        if (target instanceof Target.Stream) {
            return stream(pictures.get(0), order);
        }
        return folders(pictures, order, ticket, target);
    }

    private int paper(Path picture, Order order, Path file) throws IOException {
        byte[] png = paper(picture, order);
        if (png.length == 0) {
            return Shuttle.SOME_FAILED;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Disk.writeAtomically(file.toAbsolutePath(), png);
        return Shuttle.DONE;
    }

    private int stream(Path picture, Order order) throws IOException {
        byte[] png = paper(picture, order);
        System.out.write(png);
        System.out.flush();
        return png.length == 0 ? Shuttle.SOME_FAILED : Shuttle.DONE;
    }

    /** The point paper as PNG; empty, and said why, where the picture cannot be used. */
    private byte[] paper(Path picture, Order order) throws IOException {
        try {
            long size = Files.size(picture);
            if (size > settings.intake().maxFileSize()) {
                return refused(picture, size + " bytes are more than allowed", "raise shuttle.max-file-size");
            }
            byte[] bytes = Files.readAllBytes(picture);
            long pixels = PictureHeader.read(bytes).pixels();
            if (pixels > settings.intake().maxPixels()) {
                return refused(picture, pixels + " pixels are more than allowed", "raise shuttle.max-pixels");
            }
            LoomDesign design = engine.design(bytes, recipe(order));
            return IndexedPng.write(design.pointPaper(), Runtime.getRuntime().availableProcessors());
        } catch (PictureException e) {
            return refused(picture, e.getMessage(), e.hint());
        } catch (RecipeException e) {
            return refused(picture, "the ticket: " + e.getMessage(), e.hint());
        } catch (IllegalArgumentException e) {
            return refused(picture, e.getMessage(), "change the ticket, or the preset");
        }
    }

    private byte[] refused(Path picture, @Nullable String why, String hint) {
        command.getErr().println("shuttle: " + picture + ": " + why);
        command.getErr().println("hint: " + hint);
        return new byte[0];
    }

    private Recipe recipe(Order order) throws IOException, RecipeException {
        Path own = settings.folders().presets();
        Preset preset =
                Files.isDirectory(own) ? Presets.load(own).named(order.preset()) : Presets.bundled(order.preset());
        return order.ticket().over(preset.recipe(), cards().colours(order.ticket()));
    }

    private Cards cards() {
        return new Cards(settings.folders().cards());
    }

    private int folders(List<Path> pictures, Order order, @Nullable Path ticket, Target target) throws IOException {
        Logs.quiet();
        ImageIO.setUseCache(false);
        Presets presets = Presets.load(settings.folders().presets());
        presets.named(order.preset());
        Path results = target instanceof Target.Folder folder
                ? folder.folder().toAbsolutePath()
                : settings.folders().outbox();
        Path work = Files.createTempDirectory(Files.createDirectories(results), ".work-");
        try {
            List<Job> ended = new ArrayList<>();
            boolean direct = target instanceof Target.Folder folder && folder.direct();
            Outbox outbox = direct ? Outbox.passing(work) : new Outbox(results);
            for (Path picture : pictures) {
                ended.add(job(picture, order, ticket, presets, work, outbox));
            }
            if (direct) {
                Folders.moveInto(outbox.placeOf(ended.get(0)).orElseThrow(), results);
            }
            return Folders.tell(ended, direct ? new Outbox(results) : outbox, direct, command.getOut());
        } finally {
            Disk.deleteTree(work);
        }
    }

    private Job job(Path picture, Order order, @Nullable Path ticket, Presets presets, Path work, Outbox outbox)
            throws IOException {
        MemoryJournal journal = new MemoryJournal();
        Admission admission = new Admission(settings.intake(), presets, cards(), journal, clock);
        JobFolder folder = new Claim(work, clock, RandomGenerator.getDefault()).copy(picture, ticket, Origin.CLI);
        Job job = admission.admit(folder, order);
        if (job.state() instanceof Admitted admitted) {
            Job local = journal.record(job.in(admitted.locally("CLI", clock.instant())));
            job = new Conversion(work, presets, engine, journal, clock).convert(local);
        }
        return new Publisher(work, outbox, journal, settings.locale(), clock).publish(job);
    }
}
