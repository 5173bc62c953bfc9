package dev.shuttle.pipeline.intake;

import dev.shuttle.loom.colour.Rgb;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The yarn cards that tickets may name.
 *
 * @param folder where they lie; may be missing
 * @param calibrations where calibrations lie; may be missing
 */
public record Cards(Path folder, Path calibrations) {
    /** With calibrations beside the cards. */
    public Cards(Path folder) {
        this(folder, folder.resolveSibling("calibrations"));
    }

    /** The colours of the card that a ticket names; empty where it names none. */
    public List<Rgb> colours(Ticket ticket) throws IOException, RecipeException {
        Yarns yarns = ticket.palette();
        if (yarns == null || yarns.card() == null) {
            return List.of();
        }
        return BundledCard.isNamed(yarns.card())
                ? BundledCard.card().colours()
                : read(file(yarns.card())).colours();
    }

    /** Puts the card that a ticket names into the job's folder: what is changed in it later changes no job under way. */
    void bring(Ticket ticket, JobFolder job) throws IOException, RecipeException {
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
    public static List<Rgb> of(JobFolder job) throws IOException, RecipeException {
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
