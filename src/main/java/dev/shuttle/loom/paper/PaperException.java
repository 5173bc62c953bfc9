package dev.shuttle.loom.paper;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** A point paper that cannot be woven as it is. The message says what is wrong and where, the hint what to do about it. */
public final class PaperException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why it was refused. */
    public enum Code {
        /** Colours that are none of the paper's. */
        FOREIGN_COLOURS,
        /** More than a few cells in mixtures, as soft brushes leave them. */
        BLENDED_CELLS,
        /** Cells that nothing was painted in. */
        TRANSPARENT_CELLS,
        /** More colours than a loom image has. */
        TOO_MANY_COLOURS,
        /** A format that changes colours. */
        LOSSY_FORMAT,
        /** Ends or lines that the weave or the machine cannot take. */
        PAPER_SIZE
    }

    private final Code code;
    private final String hint;
    private final transient @Nullable BufferedImage marked;

    /** @param marked the paper with the cells that are meant; null where none are */
    PaperException(Code code, String message, String hint, @Nullable BufferedImage marked) {
        super(message);
        this.code = code;
        this.hint = hint;
        this.marked = marked;
    }

    /** Refuses a paper that takes more hooks than there are. */
    public static void requireHooks(int used, int hooks) throws PaperException {
        if (used > hooks) {
            throw new PaperException(
                    Code.PAPER_SIZE,
                    "it takes " + used + " hooks, selvedges among them, and the machine has " + hooks,
                    "make it narrower, or name the machine's hooks in its ticket: fabric: {hooks: " + used + "}",
                    null);
        }
    }

    public String code() {
        return code.name();
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }

    /** The paper with the cells that are meant; null where none are. */
    public @Nullable BufferedImage marked() {
        return marked;
    }
}
