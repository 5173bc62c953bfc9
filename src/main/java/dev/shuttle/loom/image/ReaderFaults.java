package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;
import java.io.EOFException;

/** What readers throw at damaged and odd files, in words for people; the exception itself goes along as the cause. */
final class ReaderFaults {
    private ReaderFaults() {}

    static PictureException of(Throwable problem, PictureFormat format) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof PictureException known) {
                return known;
            }
            if (cause instanceof OutOfMemoryError memory) {
                return PictureException.tooLarge(memory);
            }
            if (cause instanceof EOFException || cause instanceof ReadPastEndException) {
                return new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing", problem);
            }
        }
        String name = format == PictureFormat.WEBP ? "WebP" : format.name();
        return new PictureException(
                Code.UNSUPPORTED_PICTURE,
                "the " + name + " file is damaged, or of a kind that cannot be read",
                problem);
    }
}
