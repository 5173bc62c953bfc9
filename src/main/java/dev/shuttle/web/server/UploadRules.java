package dev.shuttle.web.server;

import java.nio.file.Path;

/**
 * What an upload may be.
 *
 * @param folder where the file is written while it comes in
 * @param file name of the part that is the file
 * @param maxFileSize bytes
 */
public record UploadRules(Path folder, String file, long maxFileSize) {
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
