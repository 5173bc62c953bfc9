package dev.shuttle.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.shuttle.disk.Disk;
import dev.shuttle.disk.JobFolder;
import dev.shuttle.http.Upload;
import dev.shuttle.http.UploadRules;
import dev.shuttle.intake.Claim;
import dev.shuttle.job.Job;
import dev.shuttle.job.Source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From an upload to a claim: a folder of its own holds the picture and, as its ticket, what the form asks for, as if both had
 * lain in the inbox.
 */
public final class Arrivals {
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final String TICKET = "ticket";

    /** The form's words for a ticket's. */
    private static final Map<String, String> TICKET_KEYS = Map.of("style_preset", "preset", "color_count", "colours");

    private final Path uploads;
    private final Claim claim;
    private final long maxFileSize;

    /** Takes uploads by way of {@code work/uploads}. */
    public Arrivals(Path work, Claim claim, long maxFileSize) {
        this.uploads = work.resolve("uploads");
        this.claim = claim;
        this.maxFileSize = maxFileSize;
    }

    /** Clears away what a kill left; to be done before the first upload. */
    public void clear() throws IOException {
        Disk.deleteTree(uploads);
        Files.createDirectories(uploads);
    }

    UploadRules rules() {
        return new UploadRules(uploads, "file", maxFileSize);
    }

    /** Makes an upload a job's own. */
    JobFolder claimed(Upload upload) throws IOException {
        String name = ArrivedName.of(upload.fileName());
        Path folder = Files.createTempDirectory(uploads, "arrived-");
        try {
            Map<String, String> texts = upload.texts();
            if (!texts.isEmpty()) {
                Disk.write(folder.resolve(name + ".yaml"), ticket(texts));
            }
            Path file = folder.resolve(name);
            Disk.force(upload.file());
            Files.move(upload.file(), file);
            return claim.take(file, folder, Origin.REST);
        } finally {
            Disk.deleteTree(folder);
            Files.deleteIfExists(upload.file());
        }
    }

    /** An ended job's original, as a job of its own. */
    JobFolder again(Path original, Job job) throws IOException {
        Path folder = Files.createTempDirectory(uploads, "again-");
        try {
            Path file = folder.resolve(ArrivedName.of(job.source().name()));
            Disk.copy(original, file);
            return claim.take(file, folder, Origin.REST);
        } finally {
            Disk.deleteTree(folder);
        }
    }

    private static byte[] ticket(Map<String, String> texts) throws JsonProcessingException {
        String own = texts.get(TICKET);
        if (own != null && texts.size() == 1) {
            return own.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        Map<String, @Nullable Object> ticket = new LinkedHashMap<>();
        if (own != null) {
            Map<?, ?> known = map(own);
            if (known == null) {
                // It will be refused with the reason that an unreadable ticket has.
                return own.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
            known.forEach((key, value) -> ticket.put(String.valueOf(key), value));
        }
        texts.forEach((name, text) -> {
            if (!name.equals(TICKET)) {
                ticket.put(TICKET_KEYS.getOrDefault(name, name), name.equals("prompt") ? text : value(text));
            }
        });
        return YAML.writeValueAsBytes(ticket);
    }

    private static @Nullable Map<?, ?> map(String ticket) {
        try {
            return YAML.readValue(ticket, Map.class);
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }

    /** Numbers, lists and the like as YAML has them; what is none is a text. */
    private static @Nullable Object value(String text) {
        try {
            return YAML.readValue(text, Object.class);
        } catch (JsonProcessingException plain) {
            return text;
        }
    }
}
