package dev.shuttle.report.gallery;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A data file of the gallery, {@code gallery/NUMBER.js}, with some of its jobs. A page opened from disk may read data from
 * nothing but scripts, so it is one: a call with a line of JSON for each job.
 *
 * @param number its file's name
 * @param entries oldest first
 */
record Shelf(int number, List<Entry> entries) {
    /** So many jobs fit; the last shelf alone is written anew when a job ends. */
    static final int ROOM = 250;

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(Value.construct(Include.NON_NULL, Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectReader READER = JSON.readerFor(Entry.class);

    static String fileName(int number) {
        return String.format("%06d.js", number);
    }

    boolean isFull() {
        return entries.size() >= ROOM;
    }

    /** With one job more, or with this job as it is now. */
    Shelf with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.removeIf(e -> e.folder().equals(entry.folder()));
        more.add(entry);
        return new Shelf(number, more);
    }

    /** Reads a shelf; a line that is damaged is left out, and a shelf that is not there is empty. */
    static Shelf read(Path folder, int number) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try {
            byte[] script = Files.readAllBytes(folder.resolve(fileName(number)));
            new String(script, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .forEach(line -> add(line, entries));
        } catch (NoSuchFileException gone) {
            return new Shelf(number, List.of());
        }
        return new Shelf(number, entries);
    }

    void write(Path folder) throws IOException {
        StringBuilder script =
                new StringBuilder("shuttle.shelf(").append(number).append(",[\n");
        for (Entry entry : entries) {
            script.append(line(entry)).append(",\n");
        }
        script.append("]);\n");
        DataFile.write(folder.resolve(fileName(number)), script.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void add(String line, List<Entry> entries) {
        try {
            entries.add(READER.readValue(line.substring(0, line.lastIndexOf('}') + 1)));
        } catch (IOException damaged) {
            // The job is found again by its folder.
        }
    }

    /** JSON is JavaScript but for two line ends; and no browser shall see an element in it. */
    private static String line(Entry entry) {
        try {
            return JSON.writeValueAsString(entry)
                    .replace("<", "\\u003c")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
