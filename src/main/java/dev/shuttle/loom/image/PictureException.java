package dev.shuttle.loom.image;

import dev.shuttle.loom.work.WorkStoppedException;
import org.jspecify.annotations.Nullable;

/** A file that cannot be taken as a picture. The message says what is wrong, the hint what to do about it. */
public final class PictureException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why a file was refused. */
    public enum Code {
        EMPTY_FILE("Copy the picture again: the file has no bytes."),
        NOT_A_PICTURE("Save the picture as JPEG, PNG, BMP, TIFF, WebP or GIF."),
        TRUNCATED_PICTURE("Copy the picture again: its end is missing."),
        FOREIGN_FORMAT("Save the picture as JPEG or PNG."),
        UNSUPPORTED_PICTURE("Save the picture anew as an ordinary RGB PNG or JPEG."),
        TOO_MANY_PIXELS("Make the picture smaller; a loom has a few thousand ends."),
        TOOK_TOO_LONG("Make the picture smaller, or raise shuttle.convert.deadline.");

        private final String hint;

        Code(String hint) {
            this.hint = hint;
        }
    }

    private final Code code;
    private final String hint;

    PictureException(Code code, String message) {
        this(code, message, null);
    }

    PictureException(Code code, String message, @Nullable Throwable cause) {
        this(code, message, code.hint, cause);
    }

    private PictureException(Code code, String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    /** A file of a known format that is not read. */
    public static PictureException foreign(ForeignFormat format) {
        return foreign(format, "", format.hint());
    }

    /**
     * The same where a program was to read it.
     *
     * @param why what happened, going on after the format's description; may be empty
     */
    public static PictureException foreign(ForeignFormat format, String why, String hint) {
        return new PictureException(Code.FOREIGN_FORMAT, "this is " + format.description() + why, hint, null);
    }

    /** What cannot be held. */
    public static PictureException tooLarge(OutOfMemoryError cause) {
        return new PictureException(Code.TOO_MANY_PIXELS, "there is not enough memory for the picture", cause);
    }

    /**
     * What took too long.
     *
     * @throws WorkStoppedException itself, where it was cancelled
     */
    public static PictureException stopped(WorkStoppedException cause) {
        if (cause.isCancelled()) {
            throw cause;
        }
        return new PictureException(Code.TOOK_TOO_LONG, "it took longer than a conversion may take", cause);
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
}
