package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.draft.Drafting;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The loom engine's part of the report, kept in a file until the job is published, so that a kill loses no figure. */
public final class LoomFacts {
    private LoomFacts() {}

    static void write(Path file, Loom loom) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Reports.writeLoom(loom, bytes);
        Disk.writeAtomically(file, bytes.toByteArray());
    }

    /** The loom engine's part; null where the engine left none. */
    public static @Nullable Loom read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Reports.readLoom(in);
        }
    }

    /** Whether a cloth has more ends and picks than a draft may have, so that no WIF was made of it. */
    public static boolean isTooLargeForDraft(int ends, int picks) {
        return Drafting.isTooLarge(ends, picks);
    }
}
