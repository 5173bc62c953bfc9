package dev.shuttle.pipeline.intake;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/** Why a file could not be read or moved, in words. */
public final class Reasons {
    private Reasons() {}

    /** The words for a failure; never a class name. */
    public static String of(Throwable failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile()
                    + (denied.getOtherFile() == null ? "" : " or " + denied.getOtherFile());
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getFile() + ": " + system.getReason();
        }
        return Objects.requireNonNullElse(failure.getMessage(), "the disk or the journal does not answer");
    }
}
