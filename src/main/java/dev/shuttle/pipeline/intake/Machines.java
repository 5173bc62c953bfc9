package dev.shuttle.pipeline.intake;

import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.harness.Harness;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.recipe.Cloth;
import dev.shuttle.recipe.HarnessKeys;
import dev.shuttle.recipe.MachineFile;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.preset.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The machines that tickets and presets may name.
 *
 * @param folder where they lie; may be missing
 */
public record Machines(Path folder) {
    /** Longer files are no machines. */
    private static final int MOST_BYTES = 64 << 10;

    /** The one that a ticket names, or its preset; empty where there is none. */
    public static Optional<String> named(Ticket ticket, Preset preset) {
        return Optional.ofNullable(ticket.machine() == null ? preset.machine() : ticket.machine())
                .filter(name -> !name.equals(MachineFile.NONE));
    }

    /** Puts the machine's file into the job's folder: what is changed in it later changes no job under way. */
    void bring(Ticket ticket, Preset preset, JobFolder job) throws IOException, RecipeException {
        Optional<String> name = named(ticket, preset);
        if (name.isEmpty() || job.machine().isPresent()) {
            return;
        }
        Optional<Path> file = file(name.get());
        if (file.isPresent()) {
            Modes.ownersFolder(job.machines());
            Path copy = job.machines().resolve(file.get().getFileName().toString());
            Disk.copy(file.get(), copy);
            Modes.ownersFile(copy);
        } else {
            bundled(name.get());
        }
    }

    /**
     * Reads a machine's file.
     *
     * @throws RecipeException where it is none
     */
    public static void check(Path file) throws IOException, RecipeException {
        read(file.getFileName().toString().replaceFirst("\\.yaml$", ""), file);
    }

    /** How the machine of an order is tied, from what lies in the folder now; null where none is named. */
    public @Nullable Harness harness(Ticket ticket, Preset preset) throws IOException, RecipeException {
        Optional<String> name = named(ticket, preset);
        return harness(ticket, preset, name.isEmpty() ? null : machine(name.get()));
    }

    /** The recipe, as wide as the machine where nobody says how wide, from what lies in the folder now. */
    Recipe into(Recipe recipe, Ticket ticket, Preset preset) throws IOException, RecipeException {
        Optional<String> name = named(ticket, preset);
        return fitted(recipe, ticket, preset, name.isEmpty() ? null : machine(name.get()));
    }

    /** The same, with the machine that a job's folder has. */
    static Recipe into(Recipe recipe, Ticket ticket, Preset preset, JobFolder job) throws IOException, RecipeException {
        return fitted(recipe, ticket, preset, machine(ticket, preset, job));
    }

    /** How the machine of a job is tied; null where none is named. */
    public static @Nullable Harness harness(Ticket ticket, Preset preset, JobFolder job)
            throws IOException, RecipeException {
        return harness(ticket, preset, machine(ticket, preset, job));
    }

    private static @Nullable Harness harness(Ticket ticket, Preset preset, @Nullable MachineFile machine)
            throws RecipeException {
        // the preset's harness is that of its own machine
        boolean another = ticket.machine() != null && !ticket.machine().equals(preset.machine());
        Map<String, Object> said = HarnessKeys.over(another ? Map.of() : preset.harness(), ticket.harness());
        return machine == null ? HarnessKeys.harness(said, null) : machine.harness(said);
    }

    private static Recipe fitted(Recipe recipe, Ticket ticket, Preset preset, @Nullable MachineFile machine)
            throws RecipeException {
        Harness harness = harness(ticket, preset, machine);
        if (harness == null) {
            return recipe;
        }
        Double density = machine != null && isFree(ticket, preset, recipe.fabric()) ? machine.endsPerCm() : null;
        Fabric fabric = recipe.fabric();
        if (fabric == null && density == null) {
            return recipe;
        }
        WeaveOrder weave = recipe.weave();
        int selvedge =
                weave == null || weave.selvedge() == null ? 0 : weave.selvedge().ends();
        int figure = harness.most(selvedge);
        if (figure == 0) {
            throw new RecipeException(
                    "harness: a machine of " + harness.hooks()
                            + " hooks has none left for the figure, or not enough for its tie",
                    "name more hooks, or cast out fewer");
        }
        return recipe.withFabric(wide(fabric, density, figure + 2 * selvedge, ticket.fabric()));
    }

    /** Whether the machine's density holds: a ticket's own beats it, a preset's only where that names the machine. */
    private static boolean isFree(Ticket ticket, Preset preset, @Nullable Fabric fabric) {
        Cloth said = ticket.fabric();
        boolean isSaid = said != null && (said.endsPerCm() != null || (said.ends() != null && said.widthCm() != null));
        boolean isPresets = ticket.machine() == null || ticket.machine().equals(preset.machine());
        return !isSaid && (!isPresets || fabric == null || fabric.endsPerCm() == null);
    }

    /** A size that a ticket states stays as it is, also where it is too wide; a preset's gives way. */
    private static Fabric wide(@Nullable Fabric fabric, @Nullable Double density, int hooks, @Nullable Cloth said) {
        if (fabric == null) {
            return new Fabric(null, null, density, density, null, null, hooks, List.of());
        }
        boolean isTooWide = fabric.ends() != null && fabric.ends() > hooks;
        boolean isSaid = said != null && said.ends() != null;
        return new Fabric(
                isTooWide && !isSaid ? null : fabric.widthCm(),
                fabric.heightCm(),
                density != null ? density : fabric.endsPerCm(),
                fabric.picksPerCm(),
                isTooWide && !isSaid ? null : fabric.ends(),
                fabric.picks(),
                fabric.hooks() != null || (isTooWide && isSaid) ? fabric.hooks() : Integer.valueOf(hooks),
                fabric.densities());
    }

    private static @Nullable MachineFile machine(Ticket ticket, Preset preset, JobFolder job)
            throws IOException, RecipeException {
        Optional<String> name = named(ticket, preset);
        if (name.isEmpty()) {
            return null;
        }
        Optional<Path> file = job.machine();
        return file.isPresent() ? read(name.get(), file.get()) : bundled(name.get());
    }

    private MachineFile machine(String name) throws IOException, RecipeException {
        Optional<Path> file = file(name);
        return file.isPresent() ? read(name, file.get()) : bundled(name);
    }

    private static MachineFile read(String name, Path file) throws IOException, RecipeException {
        if (Files.size(file) > MOST_BYTES) {
            throw new RecipeException("machine: " + name + " is too large", "at most " + MOST_BYTES + " bytes");
        }
        try {
            return MachineFile.read(name, Files.readAllBytes(file));
        } catch (RecipeException e) {
            throw new RecipeException("machine: " + MachineFile.file(name) + ": " + e.getMessage(), e.hint());
        }
    }

    private static MachineFile bundled(String name) throws RecipeException {
        return MachineFile.bundled(name)
                .orElseThrow(() -> new RecipeException(
                        "machine: there is none called " + name,
                        "put " + MachineFile.file(name) + " into the folder of machines, or name one of these: "
                                + MachineFile.BUNDLED));
    }

    /** The rules of tickets and presets let no path through; that the file lies in this very folder is looked at all the same. */
    private Optional<Path> file(String name) {
        Path file = folder.resolve(MachineFile.file(name)).normalize();
        return folder.normalize().equals(file.getParent()) && Files.isRegularFile(file)
                ? Optional.of(file)
                : Optional.empty();
    }
}
