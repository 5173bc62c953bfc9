package dev.shuttle.pipeline.intake;

import dev.shuttle.loom.design.Calibration;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.recipe.CalibrationFile;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.preset.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calibrations that tickets and presets may name.
 *
 * @param folder where they lie; may be missing
 */
public record Calibrations(Path folder) {
    /** The one that a ticket names, or its preset; empty where there is none. */
    public static Optional<String> named(Ticket ticket, Preset preset) {
        return Optional.ofNullable(ticket.calibration() == null ? preset.calibration() : ticket.calibration())
                .filter(name -> !name.equals(CalibrationFile.NONE));
    }

    /** Puts the calibration into the job's folder: what is measured later changes no job under way. */
    void bring(Ticket ticket, Preset preset, JobFolder job) throws IOException, RecipeException {
        Optional<String> name = named(ticket, preset);
        if (name.isPresent() && job.calibration().isEmpty()) {
            Path file = file(name.get());
            Modes.ownersFolder(job.calibrations());
            Path copy = job.calibrations().resolve(file.getFileName().toString());
            Disk.copy(file, copy);
            Modes.ownersFile(copy);
        }
    }

    /** The recipe with the calibration that a job's folder has, where it has one. */
    public static Recipe into(Recipe recipe, JobFolder job) throws IOException, RecipeException {
        Optional<Path> file = job.calibration();
        return file.isEmpty() ? recipe : into(recipe, file.get());
    }

    /** The recipe with the calibration that is named. */
    public Recipe into(Recipe recipe, Ticket ticket, Preset preset) throws IOException, RecipeException {
        Optional<String> name = named(ticket, preset);
        return name.isEmpty() ? recipe : into(recipe, file(name.get()));
    }

    private static Recipe into(Recipe recipe, Path file) throws IOException, RecipeException {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        if (Files.size(file) > CalibrationFile.MOST_BYTES) {
            throw new RecipeException("calibration: " + name + " is too large", "make it again: shuttle calibrate");
        }
        Calibration calibration = CalibrationFile.read(name, Files.readAllBytes(file));
        WeaveOrder weave = recipe.weave();
        String measured = word(calibration);
        if (weave == null) {
            throw new RecipeException(
                    "calibration: " + name + " is for " + measured + ", and nothing is woven here",
                    "name a structure, or write calibration: none");
        }
        WeaveOrder settled = weave.settled(recipe.colours(), recipe.style().isOfOneHue());
        if (!calibration.isFor(settled.kind())) {
            throw new RecipeException(
                    "calibration: " + name + " was measured on " + measured + ", and this is another structure",
                    "measure a blanket of this structure, or write calibration: none");
        }
        return recipe.withWeave(weave.calibrated(calibration));
    }

    private static String word(Calibration calibration) {
        return calibration.structure().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rules of tickets and presets let no path through; that the file lies in this very folder is looked at all the same. */
    private Path file(String name) throws IOException, RecipeException {
        Path file = folder.resolve(CalibrationFile.file(name)).normalize();
        if (folder.normalize().equals(file.getParent()) && Files.isRegularFile(file)) {
            return file;
        }
        throw new RecipeException(
                "calibration: there is none called " + name + " in " + folder, "those there: " + names());
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.startsWith("."))
                    .map(name -> name.replaceFirst("\\.json$", ""))
                    .sorted()
                    .limit(30)
                    .toList();
        }
    }
}
