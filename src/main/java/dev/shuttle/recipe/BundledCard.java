package dev.shuttle.recipe;

import dev.shuttle.loom.yarn.YarnCard;
import dev.shuttle.loom.yarn.YarnCardException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The yarn card that comes with the program: silk for wefts, in colours of our own choice. */
public final class BundledCard {
    /** What {@code palette} names it. */
    public static final String NAME = "silk";

    private static final String FILE = "/cards/silk.csv";

    private BundledCard() {}

    /** Whether a palette names it. */
    public static boolean isNamed(String palette) {
        return palette.equals(NAME);
    }

    /** The file's name. */
    public static String file() {
        return FILE.substring(FILE.lastIndexOf('/') + 1);
    }

    /** The whole file. */
    public static byte[] bytes() {
        try (InputStream in = Objects.requireNonNull(BundledCard.class.getResourceAsStream(FILE), FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its yarns. */
    public static YarnCard card() {
        try {
            return YarnCard.read(bytes());
        } catch (YarnCardException e) {
            throw new IllegalStateException("the program is damaged: " + e.message(), e);
        }
    }
}
