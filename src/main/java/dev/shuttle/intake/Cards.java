package dev.shuttle.intake;

import dev.shuttle.disk.Disk;
import dev.shuttle.disk.JobFolder;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.yarn.YarnCard;
import dev.shuttle.loom.yarn.YarnCardException;
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
 */
public record Cards(Path folder) {
    /** The colours of the card that a ticket names; empty where it names none. */
    public List<Rgb> colours(Ticket ticket) throws IOException, RecipeException {
        Yarns yarns = ticket.palette();
        return yarns == null || yarns.card() == null ? List.of() : read(file(yarns.card()));
    }

    /** Puts the card that a ticket names into the job's folder: what is changed in it later changes no job under way. */
    void bring(Ticket ticket, JobFolder job) throws IOException, RecipeException {
        Yarns yarns = ticket.palette();
        if (yarns == null || yarns.card() == null || job.card().isPresent()) {
            return;
        }
        Path card = file(yarns.card());
        Files.createDirectories(job.cards());
        Disk.copy(card, job.cards().resolve(card.getFileName().toString()));
    }

    /** The colours of a card that a job's folder has; empty where it has none. */
    public static List<Rgb> of(JobFolder job) throws IOException, RecipeException {
        Path card = job.card().orElse(null);
        return card == null ? List.of() : read(card);
    }

    private static List<Rgb> read(Path card) throws IOException, RecipeException {
        String name = "palette: the yarn card " + card.getFileName();
        if (Files.size(card) > YarnCard.MOST_BYTES) {
            throw new RecipeException(name + " is too large", "at most " + YarnCard.MOST_BYTES + " bytes");
        }
        try {
            return YarnCard.read(Files.readAllBytes(card)).colours();
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
