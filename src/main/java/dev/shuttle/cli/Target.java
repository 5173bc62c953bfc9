package dev.shuttle.cli;

import java.nio.file.Path;

/** Where {@code convert} writes to. */
sealed interface Target {
    /** The point paper to standard output. */
    record Stream() implements Target {}

    /** The point paper to a file. */
    record Paper(Path file) implements Target {}

    /**
     * Everything to a folder.
     *
     * @param direct one picture's files go right into it; of several each gets a folder in it
     */
    record Folder(Path folder, boolean direct) implements Target {}

    /** Everything to a new folder in the outbox. */
    record Outbox() implements Target {}
}
