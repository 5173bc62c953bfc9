package dev.shuttle.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.html}: the report for people, in English and Chinese, in one file that opens from disk and asks nothing
 * of the network. The pictures it shows are those of {@link Report#files()}, which lie beside it.
 */
public final class ReportPage {
    private static final PageParts PARTS = PageParts.bundled();

    private ReportPage() {}

    /**
     * Writes the page as UTF-8; the stream stays open. Names, messages and prompts in the report may hold anything.
     *
     * @param locale the language shown first, Chinese for {@code zh} and English for all others; null leaves it to the
     *     browser
     * @throws IOException where the stream fails
     */
    public static void write(Report report, @Nullable Locale locale, OutputStream to) throws IOException {
        Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        PARTS.template().execute(PageView.of(report, locale, PARTS), writer);
        writer.flush();
    }
}
