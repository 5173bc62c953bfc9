package dev.shuttle.pipeline.intake;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.design.YarnCounts;
import dev.shuttle.loom.yarn.Yarn;
import dev.shuttle.loom.yarn.YarnCard;
import dev.shuttle.loom.yarn.YarnCardException;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.recipe.BundledCard;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.Yarns;
import dev.shuttle.recipe.preset.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The yarn cards that tickets may name.
 *
 * @param folder where they lie; may be missing
 * @param calibrations where calibrations lie; may be missing
 * @param weaves where weaves lie; may be missing
 * @param machines where machines lie; may be missing
 */
public record Cards(Path folder, Path calibrations, Path weaves, Path machines) {
    /** With calibrations, weaves and machines beside the cards. */
    public Cards(Path folder) {
        this(
                folder,
                folder.resolveSibling("calibrations"),
                folder.resolveSibling("weaves"),
                folder.resolveSibling("machines"));
    }

    /** The recipe of an order, from what lies in the folders now. */
    public Recipe recipe(Ticket ticket, Preset preset) throws IOException, RecipeException {
        Yarns named = ticket.palette();
        YarnCard card = named == null || named.card() == null ? null : card(named.card());
        Recipe recipe = ticket.over(preset.recipe(), card == null ? List.of() : card.colours());
        Recipe fitted = new Machines(machines).into(recipe, ticket, preset);
        Recipe calibrated = new Calibrations(calibrations).into(fitted, ticket, preset);
        List<Yarn> yarns = named == null ? preset.yarns() : card == null ? List.of() : card.yarns();
        return weighed(figured(new Weaves(weaves), calibrated, ticket, preset, yarns), yarns);
    }

    private YarnCard card(String name) throws IOException, RecipeException {
        return BundledCard.isNamed(name) ? BundledCard.card() : read(file(name));
    }

    /** The recipe of an order, from what was put into the job's folder when it was admitted. */
    public static Recipe recipe(Ticket ticket, Preset preset, JobFolder job) throws IOException, RecipeException {
        Recipe fitted = Machines.into(ticket.over(preset.recipe(), of(job)), ticket, preset, job);
        Recipe calibrated = Calibrations.into(fitted, job);
        List<Yarn> yarns = ticket.palette() == null ? preset.yarns() : yarns(job);
        return weighed(figured(new Weaves(job.weaves()), calibrated, ticket, preset, yarns), yarns);
    }

    /** With the weaves and the bobbins' masks that an order names. */
    private static Recipe figured(Weaves weaves, Recipe recipe, Ticket ticket, Preset preset, List<Yarn> yarns)
            throws IOException, RecipeException {
        return new Bobbins(weaves).into(weaves.into(recipe, ticket, preset, yarns), ticket);
    }

    /** With the counts that the card states; what room they have a fabric says, or the file of a point paper. */
    private static Recipe weighed(Recipe recipe, List<Yarn> yarns) {
        WeaveOrder weave = recipe.weave();
        return weave == null ? recipe : recipe.withWeave(weave.weighed(counts(yarns)));
    }

    private static YarnCounts counts(List<Yarn> yarns) {
        Map<Rgb, Double> shown = new LinkedHashMap<>();
        Set<Rgb> seen = new HashSet<>();
        for (Yarn yarn : yarns) {
            if (yarn.use() == Yarn.Use.COLOUR && seen.add(yarn.colour()) && yarn.tex() != null) {
                shown.put(yarn.colour(), yarn.tex());
            }
        }
        return new YarnCounts(shown, tex(yarns, Yarn.Use.WARP), tex(yarns, Yarn.Use.BINDER));
    }

    private static @Nullable Double tex(List<Yarn> yarns, Yarn.Use use) {
        return yarns.stream()
                .filter(yarn -> yarn.use() == use)
                .findFirst()
                .map(Yarn::tex)
                .orElse(null);
    }

    /** Puts all that an order names into the job's folder. */
    void bring(Ticket ticket, Preset preset, JobFolder job) throws IOException, RecipeException {
        bring(ticket, job);
        new Calibrations(calibrations).bring(ticket, preset, job);
        new Weaves(weaves).bring(ticket, preset, job);
        new Machines(machines).bring(ticket, preset, job);
    }

    /** Puts the card that a ticket names into the job's folder: what is changed in it later changes no job under way. */
    private void bring(Ticket ticket, JobFolder job) throws IOException, RecipeException {
        Yarns yarns = ticket.palette();
        if (yarns == null || yarns.card() == null || job.card().isPresent()) {
            return;
        }
        Modes.ownersFolder(job.cards());
        if (BundledCard.isNamed(yarns.card())) {
            Disk.write(job.cards().resolve(BundledCard.file()), BundledCard.bytes());
            return;
        }
        Path card = file(yarns.card());
        Path copy = job.cards().resolve(card.getFileName().toString());
        Disk.copy(card, copy);
        Modes.ownersFile(copy);
    }

    /** The colours of a card that a job's folder has; empty where it has none. */
    static List<Rgb> of(JobFolder job) throws IOException, RecipeException {
        Path card = job.card().orElse(null);
        return card == null ? List.of() : read(card).colours();
    }

    /** The yarns of a card that a job's folder has; empty where it has none. */
    public static List<Yarn> yarns(JobFolder job) throws IOException, RecipeException {
        Path card = job.card().orElse(null);
        return card == null ? List.of() : read(card).yarns();
    }

    private static YarnCard read(Path card) throws IOException, RecipeException {
        String name = "palette: the yarn card " + card.getFileName();
        if (Files.size(card) > YarnCard.MOST_BYTES) {
            throw new RecipeException(name + " is too large", "at most " + YarnCard.MOST_BYTES + " bytes");
        }
        try {
            return YarnCard.read(Files.readAllBytes(card));
        } catch (YarnCardException e) {
            throw new RecipeException(name + ": " + e.message(), e.hint());
        }
    }

    /** The ticket's rules let no path through; that the file lies in this very folder is looked at all the same. */
    private Path file(String name) throws IOException, RecipeException {
        Path card = folder.resolve(name).normalize();
        if (folder.normalize().equals(card.getParent()) && Files.isRegularFile(card)) {
            return card;
        }
        throw new RecipeException(
                "palette: there is no yarn card " + name + " in " + folder, "the cards there: " + names());
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .limit(30)
                    .toList();
        }
    }
}
