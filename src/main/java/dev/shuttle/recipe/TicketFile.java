package dev.shuttle.recipe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A ticket as it lies beside its picture: {@code peony.jpg.yaml} is that of {@code peony.jpg}. */
public final class TicketFile {
    /** Longer files are no tickets. */
    public static final int MOST_BYTES = SafeYaml.MOST_BYTES;

    /** What the name of a ticket has more than that of its picture. */
    public static final Pattern ENDING = Pattern.compile("(?i)\\.ya?ml$");

    private static final Pattern NAME = Pattern.compile("(?i)(.+)\\.ya?ml");

    private TicketFile() {}

    /** Whether a file of this name is a ticket, and so never a picture. */
    public static boolean isTicket(String name) {
        return NAME.matcher(name).matches();
    }

    /** The name of the picture that a ticket is for. */
    public static String pictureOf(String ticket) {
        Matcher matcher = NAME.matcher(ticket);
        return matcher.matches() ? matcher.group(1) : ticket;
    }

    /** The name of a picture's ticket. */
    public static String ticketOf(String picture) {
        return picture + ".yaml";
    }

    /**
     * Reads a ticket.
     *
     * @throws RecipeException naming each key that is wrong, its line, and what is allowed
     */
    public static Ticket read(byte[] bytes) throws RecipeException {
        return Ticket.of(new RawRecipe(RecipeValidator.values(bytes, Vocabulary.TICKET)));
    }

    /**
     * A ticket, or the value of one of its keys, as maps, lists and plain values, not yet held against the rules; null where
     * nothing is written.
     *
     * @throws RecipeException where it is no YAML that tickets may have
     */
    public static @Nullable Object value(String text) throws RecipeException {
        return SafeYaml.value(text);
    }
}
