package dev.shuttle.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the log says and where.
 *
 * @param json one JSON object a line, for programs
 * @param file beside standard error; null: none
 * @param keep how long full files are kept, in whole days
 * @param maxSize bytes of one file
 * @param totalSize bytes of all of them
 */
public record LogSettings(
        boolean json, Level level, @Nullable Path file, Duration keep, long maxSize, long totalSize) {
    /** How much is said. */
    public enum Level {
        /** What somebody must act upon. */
        ERROR,
        /** What is wrong, but dealt with. */
        WARN,
        /** Each step of each job. */
        INFO,
        /** Each try. */
        DEBUG,
        /** All there is. */
        TRACE
    }

    private enum Format {
        TEXT,
        JSON
    }

    static LogSettings read(Values values) {
        return new LogSettings(
                values.choice("shuttle.log.format", Format.class) == Format.JSON,
                values.choice("shuttle.log.level", Level.class),
                values.optional("shuttle.log.file").isPresent() ? values.folder("shuttle.log.file") : null,
                values.duration("shuttle.log.keep"),
                values.bytes("shuttle.log.max-size"),
                values.bytes("shuttle.log.total-size"));
    }
}
