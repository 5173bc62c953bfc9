package dev.shuttle.ops.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.report.outcome.Json;
import dev.shuttle.settings.Broker;
import dev.shuttle.settings.Configuration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Evidence for the vendor's support: what was found, which calls were made, with request ids and task ids, the request as it is sent.
 * No secret, no picture; every entry goes through {@link Redaction} besides.
 */
public final class Bundle {
    private static final ObjectMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int MOST_LOG = 200_000;
    private static final String HIDDEN = "(set, not shown)";

    private final DoctorContext context;
    private final Records records;
    private final String version;
    private final Redaction redaction;

    /** @param version the program's */
    public Bundle(DoctorContext context, Records records, String version) {
        this.context = context;
        this.records = records;
        this.version = version;
        this.redaction = Redaction.of(context);
    }

    /**
     * Writes it, whole or not at all, readable by its owner alone.
     */
    public void write(Path file, List<Finding> findings) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("README.txt", readme());
        entries.put("findings.txt", Lines.plain(findings));
        entries.put("findings.json", pretty(findings));
        entries.put("about.json", pretty(about()));
        entries.put("settings.json", pretty(settings()));
        entries.put("attempts.json", pretty(records.trials()));
        entries.put("exchanges.json", pretty(records.exchanges()));
        entries.put("request.json", pretty(records.requests()));
        Path log = context.settings().service().log().file();
        if (log != null && Files.isRegularFile(log)) {
            entries.put("log.txt", end(log));
        }
        writeForOwner(file, zip(entries));
    }

    /** The newest lines; what is left of a line that is cut in two goes. */
    private static String end(Path log) throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            long from = Math.max(0, channel.size() - MOST_LOG);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
            channel.position(from);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until it is full, or the log is shorter now.
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }

    private String readme() {
        return """
                What `shuttle doctor` found, for DashScope's support and for whoever looks after this Shuttle.

                findings.txt, findings.json  what was checked, and how it came out
                attempts.json                recent tries with the cloud from the journal, newest first: HTTP status, code, request id, task id
                exchanges.json               the HTTP calls of this examination
                request.json                 a submit as it is sent; the picture is replaced by its length and SHA-256
                settings.json                all settings and where each came from; secrets are not in it, nor anywhere else here
                about.json                   program, Java, operating system
                log.txt                      the end of the log, where one is kept in a file

                No key, no password, no token, no picture is in this file.
                """;
    }

    private Map<String, Object> about() {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("made_at", context.clock().instant());
        about.put("shuttle", version);
        for (String property : List.of(
                "java.version",
                "java.vendor",
                "java.vm.name",
                "os.name",
                "os.version",
                "os.arch",
                "file.encoding",
                "sun.jnu.encoding",
                "user.timezone")) {
            about.put(property.replace('.', '_'), System.getProperty(property, ""));
        }
        about.put("heap_mb", Runtime.getRuntime().maxMemory() >> 20);
        about.put("processors", Runtime.getRuntime().availableProcessors());
        about.put("locale", String.valueOf(java.util.Locale.getDefault()));
        return about;
    }

    private record Value(String value, String from) {}

    private Map<String, Value> settings() {
        Configuration configuration = context.configuration();
        Map<String, String> shown = configuration.placeholders();
        Map<String, Value> values = new TreeMap<>();
        for (String key : configuration.keys()) {
            boolean secret = Configuration.isSecret(key) || isCamels(key);
            String value = secret && configuration.isSet(key) ? HIDDEN : Broker.masked(shown.getOrDefault(key, ""));
            values.put(key, new Value(value, configuration.origin(key)));
        }
        return values;
    }

    /** Camel's components have passwords of their own, under names that nobody can list. */
    private static boolean isCamels(String key) {
        return !key.startsWith("shuttle.") && !key.startsWith("dashscope.");
    }

    private static String pretty(Object value) {
        try {
            return PRETTY.writeValueAsString(PRETTY.readTree(Json.bytes(value))) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long now = context.clock().instant().toEpochMilli();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry("shuttle-doctor/" + each.getKey());
                entry.setTime(now);
                zip.putNextEntry(entry);
                zip.write(redaction.of(each.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Readable by its owner alone from its first byte on; appears whole, and replaces one of that name. */
    private static void writeForOwner(Path file, byte[] bytes) throws IOException {
        Path target = file.toAbsolutePath();
        // Temporary files are made with mode 0600.
        Path part = Files.createTempFile(target.getParent(), ".part-", ".zip");
        try {
            Disk.write(part, bytes);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            Disk.forceFolder(target.getParent());
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
