package dev.shuttle.pipeline.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Intent;
import dev.shuttle.pipeline.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The intent to send a picture as a file in the job's folder, beside what the journal says of it: a journal that was lost or rolled back
 * does not make a picture be paid twice. {@code work/<id>/intent.json} is on the disk before each POST, has the task's id once that is
 * known, and is gone once it is known that the service took nothing:
 *
 * <pre>{@code
 * {"version": 1, "model": "wanx2.1-imageedit",
 *  "since": "2026-01-15T04:00:00Z",   // the first try
 *  "sent": "2026-01-15T04:00:02.5Z",  // the last try; each earlier one was certainly refused
 *  "until": "2026-01-15T04:01:02.5Z", // from then on nothing of it is on the wire
 *  "givenUp": null,                   // else why it is not known what became of it: never sent again
 *  "task": "0385dc79-…", "request": "4909100c-…"}  // both null until the answer came
 * }</pre>
 *
 * @param intent what was to be sent
 * @param task the id of the task that came of it; null where that is not known
 * @param request the service's name for the accepted request, where it sent one
 */
public record IntentFile(
        Intent intent, @Nullable String task, @Nullable String request) {
    private static final int VERSION = 1;
    private static final String NAME = "intent.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The file's fields. */
    private record Fields(
            int version,
            @Nullable String model,
            java.time.@Nullable Instant since,
            java.time.@Nullable Instant sent,
            java.time.@Nullable Instant until,
            @Nullable String givenUp,
            @Nullable String task,
            @Nullable String request) {}

    /** An intent whose answer is not there. */
    public static IntentFile open(Intent intent) {
        return new IntentFile(intent, null, null);
    }

    /**
     * The intent in this folder; empty where none is open.
     *
     * @throws IOException also where the file cannot be understood: then a picture may have been sent, and nothing more is known
     */
    public static Optional<IntentFile> read(JobFolder folder) throws IOException {
        Path file = of(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Fields read = JSON.readValue(Disk.read(file), Fields.class);
            Intent intent = new Intent(
                    Objects.requireNonNull(read.model()),
                    Objects.requireNonNull(read.since()),
                    Objects.requireNonNull(read.sent()),
                    Objects.requireNonNull(read.until()),
                    read.givenUp());
            return Optional.of(new IntentFile(intent, read.task(), read.request()));
        } catch (JsonProcessingException | NullPointerException damaged) {
            throw new IOException(file + " is damaged", damaged);
        }
    }

    /** Writes and forces it; there is always either the former file or the new one. */
    public void write(JobFolder folder) throws IOException {
        Fields fields = new Fields(
                VERSION,
                intent.model(),
                intent.since(),
                intent.sent(),
                intent.until(),
                intent.givenUp(),
                task,
                request);
        Disk.writeAtomically(of(folder), JSON.writeValueAsBytes(fields));
    }

    /** It is known that the service took nothing. */
    public static void clear(JobFolder folder) throws IOException {
        if (Files.deleteIfExists(of(folder))) {
            Disk.forceFolder(folder.root());
        }
    }

    /** Removes one that is older than what the journal has of a job that others had meanwhile. */
    public static void clearOlder(JobFolder folder, Job job) throws IOException {
        if (!isOf(folder, job)) {
            clear(folder);
        }
    }

    private static boolean isOf(JobFolder folder, Job job) throws IOException {
        Intent known = job.intent();
        try {
            return known != null
                    && read(folder)
                            .filter(file -> file.intent().sent().equals(known.sent()))
                            .isPresent();
        } catch (IOException e) {
            if (e.getCause() == null) {
                throw e;
            }
            return false;
        }
    }

    private static Path of(JobFolder folder) {
        return folder.root().resolve(NAME);
    }
}
