package dev.shuttle.pipeline.publish;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Origin;
import dev.shuttle.report.Report;
import dev.shuttle.report.Reports;
import dev.shuttle.report.Source;
import dev.shuttle.report.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the loom stage hands to the report, in a file, so that a kill between the two loses no figure. */
public final class LoomFacts {
    private LoomFacts() {}

    /** Leaves the figures. */
    public static void write(Path file, Loom loom) throws IOException {
        Source none = new Source("", 0, null, null, null, null, Origin.INBOX);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Reports.write(Report.of("loom", State.DONE, none).loom(loom).build(), bytes);
        Disk.writeAtomically(file, bytes.toByteArray());
    }

    static @Nullable Loom read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Reports.read(in).loom();
        }
    }
}
