package dev.shuttle.pipeline.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What lies in a folder: as it is now, or as a listing had it. */
interface Siblings {
    /** The disk as it is now. */
    Siblings ON_DISK = file -> {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException gone) {
            return null;
        }
    };

    /** Size, time and kind of a file; of a link the link itself; null where there is none. */
    @Nullable
    BasicFileAttributes attributes(Path file);

    /** Whether a plain file of that name is there. */
    default boolean isPlain(Path file) {
        BasicFileAttributes attributes = attributes(file);
        return attributes != null && attributes.isRegularFile();
    }
}
