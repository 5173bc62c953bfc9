package dev.shuttle.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.json}, version 1: UTF-8, snake_case, absent and empty values left out, times as ISO-8601 in UTC, keys
 * always in the same order, {@code \n} at line ends on every machine.
 */
public final class Reports {
    private static final JsonMapper JSON = mapper();

    private Reports() {}

    /**
     * Writes the report; the stream stays open.
     *
     * @throws IOException where the stream fails
     * @throws ReportException REPORT_UNWRITABLE where the ticket holds a value JSON has no form for
     */
    public static void write(Report report, OutputStream to) throws IOException {
        try {
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
                    .writeValue(to, report);
        } catch (JsonProcessingException e) {
            throw unwritable(e);
        }
        to.write('\n');
    }

    /** A part of a report as pretty JSON. */
    static String json(Object part) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw unwritable(e);
        }
    }

    /** The loom engine's part under its key, for {@link #readLoom}. */
    public static byte[] loom(Loom loom) throws IOException {
        return (JSON.writeValueAsString(new LoomPart(loom)) + "\n").getBytes(UTF_8);
    }

    /** Reads the loom engine's part, of a whole report too; null where the file or the part is absent. */
    public static @Nullable Loom readLoom(Path file) throws IOException {
        return Files.exists(file)
                ? JSON.readValue(Files.readAllBytes(file), LoomPart.class).loom()
                : null;
    }

    private record LoomPart(@Nullable Loom loom) {}

    /**
     * Reads a report; keys it doesn't know are skipped, so that a later version stays readable. The stream stays open.
     *
     * @throws IOException where the stream fails
     * @throws ReportException REPORT_UNREADABLE where it is no report
     */
    public static Report read(InputStream from) throws IOException {
        try {
            return JSON.readValue(from, Report.class);
        } catch (JsonProcessingException e) {
            throw new ReportException(
                    "REPORT_UNREADABLE",
                    "This is no job report: " + e.getOriginalMessage(),
                    "Name a report.json that a job left in its folder.",
                    e);
        }
    }

    private static ReportException unwritable(JsonProcessingException cause) {
        return new ReportException(
                "REPORT_UNWRITABLE",
                "The report holds a value that JSON has no form for: " + cause.getOriginalMessage(),
                "Look at the ticket's values.",
                cause);
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
                .defaultPropertyInclusion(Value.construct(Include.NON_NULL, Include.ALWAYS))
                .withConfigOverride(Map.class, o -> o.setInclude(Value.construct(Include.NON_EMPTY, Include.ALWAYS)))
                .withConfigOverride(
                        SortedMap.class, o -> o.setInclude(Value.construct(Include.NON_EMPTY, Include.ALWAYS)))
                .withConfigOverride(List.class, o -> o.setInclude(Value.construct(Include.NON_EMPTY, Include.ALWAYS)))
                .build();
    }
}
