package dev.shuttle.pipeline.job;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.Modes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** SQLite's file: where it lies, and whether it is a whole database. */
final class SqliteFile {
    /** What is said of a file in which SQLite finds no database. */
    static final String NO_DATABASE = "SQLite cannot read it as a database";

    private static final String PREFIX = "jdbc:sqlite:";
    /** What is read in about a second; a larger file is looked at page by page as it is used. */
    private static final long LOOKED_THROUGH = 256L << 20;

    private SqliteFile() {}

    static boolean isNamedBy(String url) {
        return url.startsWith(PREFIX);
    }

    static Path of(String url) {
        return Path.of(url.substring(PREFIX.length()).replaceAll("\\?.*", ""));
    }

    /** Makes the file, where there is none yet, its owner's alone; what SQLite puts beside it gets the same rights. */
    static void restrict(String url) {
        Path file = of(url);
        try {
            if (Files.notExists(file)) {
                Disk.write(file, new byte[0]);
            }
            Modes.ownersFile(file);
        } catch (IOException cannotBeMade) {
            // SQLite says why.
        }
    }

    /**
     * Looks through the file for pages that are damaged.
     *
     * @throws JournalException with code JOURNAL_DAMAGED where one is
     */
    static void check(DataSource pool, String url) {
        if (size(of(url)) > LOOKED_THROUGH) {
            return;
        }
        List<String> found = Jdbi.create(pool)
                .withHandle(handle -> handle.createQuery("PRAGMA quick_check(1)")
                        .mapTo(String.class)
                        .list());
        if (!found.equals(List.of("ok"))) {
            throw JournalException.damaged(url, String.join("; ", found).replaceAll("\\s+", " "));
        }
    }

    /** Whether SQLite says of a file that it is no database, or a broken one. */
    static boolean isDamaged(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            if (said.contains("SQLITE_NOTADB") || said.contains("SQLITE_CORRUPT")) {
                return true;
            }
        }
        return false;
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
