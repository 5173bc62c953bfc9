package dev.shuttle.pipeline.intake;

import java.io.IOException;
import java.nio.file.Path;

/** What was moved is not what it was seen to be, and is back where it was. */
final class NotPlainException extends IOException {
    private static final long serialVersionUID = 1;

    NotPlainException(Path file, String why) {
        super(file.getFileName() + " " + why);
    }
}
