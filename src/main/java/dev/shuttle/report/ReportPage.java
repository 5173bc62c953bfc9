package dev.shuttle.report;

import dev.shuttle.report.page.Design;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.html}: the report for people, in English and Chinese, in one file that opens from disk and asks nothing
 * of the network. The pictures it shows are those of {@link Report#files()}, which lie beside it.
 */
public final class ReportPage {
    private static final Design DESIGN =
            Design.of("report", "compare", "threaddata", "view", "veil", "rulers", "hands", "threads");

    private ReportPage() {}

    /**
     * Writes the page as UTF-8; the stream stays open. Names, messages and prompts in the report may hold anything.
     *
     * @throws IOException where the stream fails, or the point paper in the folder cannot be read
     */
    public static void write(Report report, Surroundings around, OutputStream to) throws IOException {
        Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        DESIGN.template().execute(PageView.of(report, DESIGN, around, threads(report, around)), writer);
        writer.flush();
    }

    private static @Nullable String threads(Report report, Surroundings around) throws IOException {
        for (OutputFile file : report.files()) {
            if (file.role() == Role.POINTPAPER && file.path().endsWith(".png")) {
                return ThreadData.of(around.folder().resolve(file.path()));
            }
        }
        return null;
    }
}
