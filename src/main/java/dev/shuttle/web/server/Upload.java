package dev.shuttle.web.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form with one file, complete and on the disk.
 *
 * @param file where it lies; the taker moves it away
 * @param fileName as the client has it: data, perhaps a whole path
 * @param part the name of the part that it came in
 * @param sidecar where a file that belongs to it lies; null where none came
 * @param attached small files beside it, by their names
 * @param texts the other parts, without the empty ones
 */
public record Upload(
        Path file,
        String fileName,
        String part,
        @Nullable Path sidecar,
        Map<String, byte[]> attached,
        Map<String, String> texts) {

    /**
     * What an upload may be.
     *
     * @param folder where the file is written while it comes in
     * @param files names of the parts that may be the file; parts of the names after the first are texts where they have no file name
     * @param sidecar name of the part that may be a second file
     * @param attached name of the parts that are small files beside it
     * @param maxFileSize bytes
     */
    public record Rules(Path folder, List<String> files, String sidecar, String attached, long maxFileSize) {
        public Rules {
            files = List.copyOf(files);
        }

        /** The part that usually is the file. */
        String file() {
            return files.get(0);
        }

        /** No file beside the picture is larger, in bytes. */
        static final int MAX_ATTACHED = 256 * 1024;

        /** No text part is longer, in bytes. */
        static final int MAX_TEXT = 64 * 1024;

        /** Longer parts are on the disk while they come in: a thousand uploads at once fit into the memory. */
        static final int IN_MEMORY = 2 * 1024;

        /** Room for headers and boundaries. */
        private static final long AROUND = 1024L * 1024;

        long maxLength() {
            return maxFileSize + AROUND;
        }

        int maxParts() {
            return 32;
        }
    }
}
