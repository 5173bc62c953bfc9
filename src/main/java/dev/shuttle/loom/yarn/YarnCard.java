package dev.shuttle.loom.yarn;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.yarn.YarnCardException.Code;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The yarns that are to be had, in the card's order: what a recipe's palette is chosen from.
 *
 * @param yarns at least one, {@value #MOST_YARNS} at most
 */
public record YarnCard(List<Yarn> yarns) {
    /** A card with more yarns is refused. */
    public static final int MOST_YARNS = 10_000;

    /** A file with more bytes is refused. */
    public static final int MOST_BYTES = 4 << 20;

    public YarnCard {
        yarns = List.copyOf(yarns);
        if (yarns.isEmpty() || yarns.size() > MOST_YARNS) {
            throw new IllegalArgumentException("a card has 1 to " + MOST_YARNS + " yarns, not " + yarns.size());
        }
    }

    /**
     * Reads a whole file, whose first bytes show what it is: GIMP's palette (.gpl), Adobe's swatch exchange (.ase), else
     * a table (.csv).
     *
     * @throws YarnCardException saying what is wrong, and in which line or block
     */
    public static YarnCard read(byte[] file) throws YarnCardException {
        if (file.length > MOST_BYTES) {
            throw new YarnCardException(Code.CARD_TOO_LARGE, "a yarn card of " + file.length + " bytes");
        }
        List<Yarn> yarns = yarns(file);
        if (yarns.stream().noneMatch(yarn -> yarn.use() == Yarn.Use.COLOUR)) {
            throw new YarnCardException(Code.EMPTY_CARD, "there is no yarn in the card that shows");
        }
        if (yarns.size() > MOST_YARNS) {
            throw new YarnCardException(Code.CARD_TOO_LARGE, "a yarn card of " + yarns.size() + " yarns");
        }
        return new YarnCard(yarns);
    }

    private static List<Yarn> yarns(byte[] file) throws YarnCardException {
        if (SwatchCard.isOne(file)) {
            return SwatchCard.read(file);
        }
        String text = CardText.of(file);
        return text.startsWith(GimpCard.SIGNATURE) ? GimpCard.read(text) : TableCard.read(text);
    }

    /** The colours of the yarns that show, each once. */
    public List<Rgb> colours() {
        Set<Rgb> colours = new LinkedHashSet<>();
        yarns.stream().filter(yarn -> yarn.use() == Yarn.Use.COLOUR).forEach(yarn -> colours.add(yarn.colour()));
        return List.copyOf(colours);
    }
}
